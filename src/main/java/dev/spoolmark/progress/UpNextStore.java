package dev.spoolmark.progress;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what the next episode depends on: watched episodes and hidden seasons. With a condition on the kind, SQLite
/// would read all episodes of the user by the primary key; only episodes have a show.
final class UpNextStore {

    Map<ShowId, ShowActivity> activity(Tx tx, UserId user, Collection<ShowId> shows) {
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        Map<ShowId, ShowActivity> found = new HashMap<>();
        tx.forEach(
                """
                SELECT w.show_id AS show_id, 0 AS part, w.item_id AS item, w.last_at AS moment FROM watched w
                WHERE w.user_id = ? AND w.plays > 0 AND w.show_id IN (%1$s)
                UNION ALL
                SELECT s.show_id, 1, s.number, CAST(NULL AS BIGINT) FROM hidden h
                JOIN season s ON s.season_id = h.item_id
                WHERE h.user_id = ? AND h.section = 'progress' AND h.kind = 3 AND h.show_id IN (%1$s)
                ORDER BY show_id, part, item
                """.replace("%1$s", Tx.placeholders(ids.size())),
                row -> add(found.computeIfAbsent(new ShowId(row.getLong(1)), show -> new ShowActivity()), row),
                user.value(),
                Tx.padToPlaceholders(ids),
                user.value(),
                Tx.padToPlaceholders(ids));
        return found;
    }

    private static void add(ShowActivity show, Row row) {
        if (row.getInt(2) == 0) {
            show.watch(new EpisodeId(row.getLong(3)), row.instantOrNull(4));
        } else {
            show.hideSeason(row.getInt(3));
        }
    }
}
