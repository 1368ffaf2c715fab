package dev.spoolmark.progress;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.CountedEpisodesSql;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the activity of a user in shows: one query for each kind of activity, independent of the number of
/// shows.
final class ProgressStore {

    Map<ShowId, ShowActivity> activity(Tx tx, UserId user, ShowScope scope) {
        Map<ShowId, ShowActivity> activities = new HashMap<>();
        watched(tx, user, scope, activities);
        collected(tx, user, scope, activities);
        plays(tx, user, scope, activities);
        hidden(tx, user, activities);
        return activities;
    }

    private static void watched(Tx tx, UserId user, ShowScope scope, Map<ShowId, ShowActivity> activities) {
        tx.forEach(
                "SELECT show_id, item_id, last_at FROM watched WHERE user_id = ? AND plays > 0" + scope.and()
                        + " ORDER BY item_id",
                row -> of(activities, row).watch(new EpisodeId(row.getLong(2)), row.instantOrNull(3)),
                user.value(),
                scope.values());
    }

    private static void collected(Tx tx, UserId user, ShowScope scope, Map<ShowId, ShowActivity> activities) {
        tx.forEach(
                "SELECT show_id, item_id FROM collected WHERE user_id = ?" + scope.and() + " ORDER BY item_id",
                row -> of(activities, row).collect(new EpisodeId(row.getLong(2))),
                user.value(),
                scope.values());
    }

    /// Only plays of episodes that count in totals: a show of which only a withdrawn episode was played has none.
    private static void plays(Tx tx, UserId user, ShowScope scope, Map<ShowId, ShowActivity> activities) {
        tx.forEach(
                String.format(Locale.ROOT, """
                SELECT show_id,
                       count(*) FILTER (WHERE action = 1),
                       count(*) FILTER (WHERE action = 2),
                       count(*) FILTER (WHERE action = 3)
                FROM play WHERE user_id = ?%s AND item_id NOT IN (
                    SELECT e.episode_id FROM episode e
                    WHERE e.show_id IN (SELECT show_id FROM watched WHERE user_id = ? AND show_id > 0) AND %s)
                GROUP BY show_id ORDER BY show_id
                """, scope.and(), CountedEpisodesSql.UNCOUNTED),
                row -> of(activities, row).count(new PlayCounts(row.getInt(2), row.getInt(3), row.getInt(4))),
                user.value(),
                scope.values(),
                user.value());
    }

    /// Hidden shows (kind 2) and seasons (kind 3).
    private static void hidden(Tx tx, UserId user, Map<ShowId, ShowActivity> activities) {
        tx.forEach("""
                SELECT h.item_id, NULL FROM hidden h
                WHERE h.user_id = ? AND h.section IN ('progress', 'dropped') AND h.kind = 2
                UNION ALL
                SELECT s.show_id, s.number FROM hidden h JOIN season s ON s.season_id = h.item_id
                WHERE h.user_id = ? AND h.section = 'progress' AND h.kind = 3
                ORDER BY 1, 2
                """, row -> hide(of(activities, row), row.countOrNull(2)), user.value(), user.value());
    }

    private static void hide(ShowActivity show, @Nullable Integer season) {
        if (season == null) {
            show.hide();
        } else {
            show.hideSeason(season);
        }
    }

    private static ShowActivity of(Map<ShowId, ShowActivity> activities, Row row) {
        return activities.computeIfAbsent(new ShowId(row.getLong(1)), show -> new ShowActivity());
    }
}
