package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
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

/// Stores the alternative and former titles of movies and shows.
public final class AlternativeTitleStore {

    private static final String SAVE = """
            INSERT INTO alternative_title (kind, item_id, title_key, title, language, country, superseded, year)
            VALUES (?, ?, ?, ?, ?, ?, FALSE, 0)
            ON CONFLICT (kind, item_id, title_key, superseded, year) DO UPDATE SET
                title = excluded.title, language = excluded.language, country = excluded.country
            """;

    private static final String INSERT = """
            INSERT INTO alternative_title (kind, item_id, title_key, title, superseded, year) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, item_id, title_key, superseded, year) DO NOTHING
            """;

    private AlternativeTitleStore() {}

    /// An item with an alternative or former title.
    ///
    /// @param year of the item itself
    /// @param former whether the item had the title before
    /// @param formerYear the year that the item had then
    /// @param own whether the title is also its main title
    public record AlternativeTitleOwner(
            long id,
            @Nullable Integer year,
            boolean former,
            @Nullable Integer formerYear,
            boolean own) {}

    /// @return by folded title, the confirmed items that have it as an alternative title, and the items that
    ///     had it before
    public static Map<String, List<AlternativeTitleOwner>> owners(Tx tx, Kind kind, Collection<String> keys) {
        Map<String, List<AlternativeTitleOwner>> candidates = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT o.title_key, o.item_id, i.year, o.superseded, o.year, i.title_key = o.title_key
                        FROM alternative_title o JOIN %1$s i ON i.%1$s_id = o.item_id AND (o.superseded OR NOT i.provisional)
                        WHERE o.kind = ? AND o.title_key IN (%2$s)
                        ORDER BY o.title_key, o.item_id, o.superseded, o.year
                        """, kind.key(), Tx.placeholders(batch.size())),
                        row -> candidates
                                .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(titleOwner(row)),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return candidates;
    }

    private static AlternativeTitleOwner titleOwner(Row row) {
        int then = row.getInt(5);
        return new AlternativeTitleOwner(
                row.getLong(2),
                row.countOrNull(3),
                row.getBoolean(4),
                then == 0 ? null : Integer.valueOf(then),
                row.getBoolean(6));
    }

    /// @return all folded titles of these movies or shows, including the main title
    public static Map<Long, Set<String>> keysOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Set<String>> keys = new HashMap<>();
        if (kind == Kind.MOVIE || kind == Kind.SHOW) {
            items.stream()
                    .distinct()
                    .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                    .forEach(batch -> tx.forEach(
                            String.format(Locale.ROOT, """
                            SELECT %1$s_id, title_key FROM %1$s WHERE %1$s_id IN (%2$s)
                            UNION ALL SELECT item_id, title_key FROM alternative_title WHERE kind = ? AND item_id IN (%2$s)
                            ORDER BY 1, 2
                            """, kind.key(), Tx.placeholders(batch.size())),
                            row -> keys.computeIfAbsent(row.getLong(1), item -> new HashSet<>())
                                    .add(row.getString(2)),
                            Tx.padToPlaceholders(batch),
                            kind.number(),
                            Tx.padToPlaceholders(batch)));
        }
        return keys;
    }

    /// @return the alternative titles from sources
    public static Map<Long, Set<AlternativeTitle>> of(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Set<AlternativeTitle>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT item_id, title, language, country FROM alternative_title
                        WHERE kind = ? AND item_id IN (%s) AND NOT superseded ORDER BY item_id, title_key
                        """, Tx.placeholders(batch.size())),
                        row -> found.computeIfAbsent(row.getLong(1), item -> new HashSet<>())
                                .add(new AlternativeTitle(row.getString(2), row.textOrNull(3), row.textOrNull(4))),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// Replaces the alternative titles from sources.
    public static void replace(Tx tx, Kind kind, Map<Long, ? extends Collection<AlternativeTitle>> titles) {
        List<@Nullable Object[]> items = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        titles.forEach((item, all) -> {
            items.add(new @Nullable Object[] {kind.number(), item});
            all.forEach(title -> rows.add(new @Nullable Object[] {
                kind.number(), item, title.key(), title.title(), title.language(), title.country()
            }));
        });
        tx.updateAll("DELETE FROM alternative_title WHERE kind = ? AND item_id = ? AND NOT superseded", items);
        tx.updateAll(SAVE, rows);
    }

    /// Adds an alternative title.
    public static void add(Tx tx, Kind kind, long item, String title) {
        tx.update(INSERT, row(kind, item, title, false, null));
    }

    /// Adds a former title, under which clients still send the item.
    public static void addFormer(Tx tx, Kind kind, long item, String title, @Nullable Integer year) {
        tx.update(INSERT, row(kind, item, title, true, year));
    }

    /// Adds the present titles and years of items as former ones.
    static void addFormer(Tx tx, Kind kind, Collection<Title> items) {
        tx.updateAll(
                INSERT,
                items.stream()
                        .map(item -> row(kind, item.id().value(), item.title(), true, item.year()))
                        .toList());
    }

    private static @Nullable Object[] row(Kind kind, long item, String title, boolean former, @Nullable Integer year) {
        return new @Nullable Object[] {
            kind.number(), item, LookupKey.TitleKey.key(title), title, former, year == null ? 0 : year
        };
    }

    /// Moves all titles to the other item.
    public static void transfer(Tx tx, Kind kind, long from, long into) {
        tx.update("""
                INSERT INTO alternative_title (kind, item_id, title_key, title, language, country, superseded, year)
                SELECT kind, ?, title_key, title, language, country, superseded, year FROM alternative_title
                WHERE kind = ? AND item_id = ?
                ON CONFLICT (kind, item_id, title_key, superseded, year) DO NOTHING
                """, into, kind.number(), from);
        tx.update("DELETE FROM alternative_title WHERE kind = ? AND item_id = ?", kind.number(), from);
    }
}
