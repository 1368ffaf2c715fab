package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds items with the same title and year.
final class DuplicateStore {

    /// Titles that are compared by one statement, so that its time is bounded in a catalog of millions.
    private static final int WINDOW = 200_000;

    /// Sorts after every title.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private DuplicateStore() {}

    private record Found(DuplicatePair pair, String key) {}

    /// @param kind movie or show
    /// @param from the first title key
    static DuplicatePage page(Tx tx, Kind kind, String from, int limit) {
        String end = endOfWindow(tx, kind, from);
        List<Found> found = new ArrayList<>(tx.query(
                String.format(Locale.ROOT, """
            SELECT a.%1$s_id, b.%1$s_id, a.title, a.year, a.title_key FROM %1$s a
            JOIN %1$s b ON b.title_key = a.title_key AND b.year = a.year AND b.%1$s_id <> a.%1$s_id
            AND (a.provisional < b.provisional OR (a.provisional = b.provisional AND a.%1$s_id < b.%1$s_id))
            WHERE a.title_key >= ? AND a.title_key < ?
            AND NOT EXISTS (SELECT 1 FROM item_migration m WHERE m.kind = %2$d AND m.item_id IN (a.%1$s_id, b.%1$s_id))
            ORDER BY a.title_key, a.year, a.%1$s_id, b.%1$s_id LIMIT ?
            """, kind.key(), kind.number()),
                row -> new Found(
                        new DuplicatePair(
                                MediaId.of(kind, row.getLong(1)),
                                MediaId.of(kind, row.getLong(2)),
                                row.getString(3),
                                row.countOrNull(4)),
                        row.getString(5)),
                from,
                Objects.requireNonNullElse(end, LAST),
                limit + 1));
        String next = end;
        if (found.size() > limit) {
            next = found.get(limit).key();
            String of = next;
            // All pairs of a title are on one page, unless they alone are too many.
            boolean isOnlyTitle = found.getFirst().key().equals(of);
            found.removeIf(pair -> !isOnlyTitle && pair.key().equals(of));
            next = isOnlyTitle ? of + " " : of;
        }
        return new DuplicatePage(found.stream().limit(limit).map(Found::pair).toList(), next);
    }

    private static @Nullable String endOfWindow(Tx tx, Kind kind, String from) {
        return tx.findFirst(
                        String.format(
                                Locale.ROOT,
                                "SELECT title_key FROM %1$s WHERE title_key >= ? ORDER BY title_key, year, %1$s_id LIMIT 1 OFFSET %2$d",
                                kind.key(),
                                WINDOW),
                        row -> row.getString(1),
                        from)
                .orElse(null);
    }
}
