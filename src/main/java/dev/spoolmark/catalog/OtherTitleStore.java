package dev.spoolmark.catalog;

import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Keeps what movies and shows are called beside their own titles.
final class OtherTitleStore {

    private static final int CHUNK = 500;

    private static final String SAVE = """
            INSERT INTO other_title (kind, item_id, title_key, title, language, country, former, year)
            VALUES (?, ?, ?, ?, ?, ?, FALSE, 0)
            ON CONFLICT (kind, item_id, title_key, former, year) DO UPDATE SET
                title = excluded.title, language = excluded.language, country = excluded.country
            """;

    private OtherTitleStore() {}

    /// An item that has a title beside its own.
    ///
    /// @param year of the item itself
    /// @param former whether it was called so before
    /// @param formerYear the year it had then
    /// @param own whether that is its own title, too
    record Bearer(
            long id,
            @Nullable Integer year,
            boolean former,
            @Nullable Integer formerYear,
            boolean own) {}

    /// Who is called so elsewhere, confirmed ones only, and who was called so before.
    static Map<String, List<Bearer>> bearers(Tx tx, Kind kind, Collection<String> keys) {
        Map<String, List<Bearer>> bearers = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        String.format(Locale.ROOT, """
                        SELECT o.title_key, o.item_id, i.year, o.former, o.year, i.title_key = o.title_key
                        FROM other_title o JOIN %1$s i ON i.%1$s_id = o.item_id AND (o.former OR NOT i.provisional)
                        WHERE o.kind = ? AND o.title_key IN (%2$s)
                        ORDER BY o.title_key, o.item_id, o.former, o.year
                        """, kind.word(), Tx.marks(some.size())),
                        row -> bearers.computeIfAbsent(row.text(1), key -> new ArrayList<>())
                                .add(bearer(row)),
                        kind.number(),
                        Tx.padded(some)));
        return bearers;
    }

    private static Bearer bearer(Row row) {
        int then = row.count(5);
        return new Bearer(
                row.number(2), row.countOrNull(3), row.flag(4), then == 0 ? null : Integer.valueOf(then), row.flag(6));
    }

    /// Every folded title of these movies or shows, their own among them.
    static Map<Long, Set<String>> keysOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Set<String>> keys = new HashMap<>();
        if (kind == Kind.MOVIE || kind == Kind.SHOW) {
            items.stream()
                    .distinct()
                    .gather(Gatherers.windowFixed(CHUNK))
                    .forEach(some -> tx.each(
                            String.format(Locale.ROOT, """
                            SELECT %1$s_id, title_key FROM %1$s WHERE %1$s_id IN (%2$s)
                            UNION ALL SELECT item_id, title_key FROM other_title WHERE kind = ? AND item_id IN (%2$s)
                            ORDER BY 1, 2
                            """, kind.word(), Tx.marks(some.size())),
                            row -> keys.computeIfAbsent(row.number(1), item -> new HashSet<>())
                                    .add(row.text(2)),
                            Tx.padded(some),
                            kind.number(),
                            Tx.padded(some)));
        }
        return keys;
    }

    /// What sources call these.
    static Map<Long, Set<OtherTitle>> of(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Set<OtherTitle>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        String.format(Locale.ROOT, """
                        SELECT item_id, title, language, country FROM other_title
                        WHERE kind = ? AND item_id IN (%s) AND NOT former ORDER BY item_id, title_key
                        """, Tx.marks(some.size())),
                        row -> found.computeIfAbsent(row.number(1), item -> new HashSet<>())
                                .add(new OtherTitle(row.text(2), row.textOrNull(3), row.textOrNull(4))),
                        kind.number(),
                        Tx.padded(some)));
        return found;
    }

    /// What sources call these from now on.
    static void replace(Tx tx, Kind kind, Map<Long, ? extends Collection<OtherTitle>> titles) {
        List<@Nullable Object[]> items = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        titles.forEach((item, all) -> {
            items.add(new @Nullable Object[] {kind.number(), item});
            all.forEach(title -> rows.add(new @Nullable Object[] {
                kind.number(), item, title.key(), title.title(), title.language(), title.country()
            }));
        });
        tx.updateAll("DELETE FROM other_title WHERE kind = ? AND item_id = ? AND NOT former", items);
        tx.updateAll(SAVE, rows);
    }

    /// It is called so, too.
    static void add(Tx tx, Kind kind, long item, String title) {
        insert(tx, kind, item, title, false, 0);
    }

    /// It was called so until now, and will be by some.
    static void addFormer(Tx tx, Kind kind, long item, String title, @Nullable Integer year) {
        insert(tx, kind, item, title, true, year == null ? 0 : year);
    }

    private static void insert(Tx tx, Kind kind, long item, String title, boolean former, int year) {
        tx.update("""
                INSERT INTO other_title (kind, item_id, title_key, title, former, year) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, item_id, title_key, former, year) DO NOTHING
                """, kind.number(), item, Name.Titled.key(title), title, former, year);
    }

    /// The other titles of the one are other titles of the other.
    static void hand(Tx tx, Kind kind, long from, long into) {
        tx.update("""
                INSERT INTO other_title (kind, item_id, title_key, title, language, country, former, year)
                SELECT kind, ?, title_key, title, language, country, former, year FROM other_title
                WHERE kind = ? AND item_id = ?
                ON CONFLICT (kind, item_id, title_key, former, year) DO NOTHING
                """, into, kind.number(), from);
        tx.update("DELETE FROM other_title WHERE kind = ? AND item_id = ?", kind.number(), from);
    }
}
