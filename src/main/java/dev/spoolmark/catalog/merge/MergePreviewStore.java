package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts what a merge would move. The statements read rows of all users.
final class MergePreviewStore {

    private static final List<String> TABLES =
            List.of("play", "rating", "collected", "watchlist_item", "list_item", "comment");

    private static final String OF_ITEM = " WHERE kind = ? AND item_id = ?";
    private static final String OF_SHOW = """
             WHERE ((kind = 2 AND item_id = ?)
             OR (kind = 3 AND item_id IN (SELECT season_id FROM season WHERE season.show_id = ?))
             OR (kind = 4 AND item_id IN (SELECT episode_id FROM episode WHERE episode.show_id = ?)))
            """;

    private MergePreviewStore() {}

    static MergePreview of(Tx tx, MediaId from, MediaId into) {
        String where = from instanceof ShowId ? OF_SHOW : OF_ITEM;
        Object[] values = from instanceof ShowId
                ? new Object[] {from.value(), from.value(), from.value()}
                : new Object[] {from.kind().number(), from.value()};
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            rows.put(table, count(tx, "SELECT count(*) FROM " + table + where, values));
        }
        String users = TABLES.stream()
                .map(table -> "SELECT user_id FROM " + table + where)
                .collect(Collectors.joining(" UNION ", "SELECT count(*) FROM (", ") affected"));
        Object[] ofAll = new Object[values.length * TABLES.size()];
        for (int table = 0; table < TABLES.size(); table++) {
            System.arraycopy(values, 0, ofAll, table * values.length, values.length);
        }
        return new MergePreview(
                count(tx, users, ofAll), rows, ratedBoth(tx, from, into), movedEpisodes(tx, from, into));
    }

    private static long ratedBoth(Tx tx, MediaId from, MediaId into) {
        return count(tx, """
                SELECT count(*) FROM rating a JOIN rating b ON b.user_id = a.user_id AND b.kind = a.kind AND b.item_id = ?
                WHERE a.kind = ? AND a.item_id = ?
                """, into.value(), from.kind().number(), from.value());
    }

    private static long movedEpisodes(Tx tx, MediaId from, MediaId into) {
        return from instanceof ShowId ? count(tx, """
                        SELECT count(*) FROM episode a WHERE a.show_id = ? AND NOT EXISTS (
                            SELECT 1 FROM episode b WHERE b.show_id = ? AND b.season = a.season AND b.number = a.number)
                        """, from.value(), into.value()) : 0;
    }

    private static long count(Tx tx, String sql, Object... values) {
        return tx.findFirst(sql, row -> row.getLong(1), values).orElse(0L);
    }
}
