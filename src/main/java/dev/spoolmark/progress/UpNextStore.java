package dev.spoolmark.progress;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.showsetting.NextRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what the next episode depends on: episodes watched in the current run, hidden seasons, and the settings of
/// the user for each show. With a condition on the kind of what was watched, SQLite would read all episodes of the user
/// by the primary key; only episodes have a show.
final class UpNextStore {

    private static final int WATCHED = 0;
    private static final int SEASON = 1;
    private static final int SETTING = 2;
    private static final int REWATCH = 3;
    private static final int HIDDEN = 4;
    private static final int DROPPED = 5;

    /// A play at an unknown time counts in the run in which it was stored. In the order of the index, without which
    /// SQLite reads all plays of the user by the primary key.
    private static final String ACTIVITY = """
            SELECT w.show_id AS show_id, 0 AS part, w.item_id AS item, w.last_at AS moment FROM watched w
            LEFT JOIN (
                SELECT x.item_id, max(x.reset_at) AS reset_at FROM show_rewatch x
                WHERE x.user_id = ? AND x.kind = 2 AND x.item_id IN (%1$s) GROUP BY x.item_id) r
                ON r.item_id = w.show_id
            WHERE w.user_id = ? AND w.plays > 0 AND w.show_id IN (%1$s)
            AND (r.reset_at IS NULL OR w.last_at >= r.reset_at OR coalesce((
                SELECT p.created_at FROM play p WHERE p.user_id = w.user_id AND p.kind = 4 AND p.item_id = w.item_id
                AND coalesce(p.watched_at, 0) = 0 ORDER BY p.position DESC LIMIT 1), 0) >= r.reset_at)
            UNION ALL
            SELECT s.show_id, 1, s.number, CAST(NULL AS BIGINT) FROM hidden h
            JOIN season s ON s.season_id = h.item_id
            WHERE h.user_id = ? AND h.section = 'progress' AND h.kind = 3 AND h.show_id IN (%1$s)
            UNION ALL
            """;

    private static final String SETTINGS = """
            SELECT t.item_id AS show_id, 2 AS part, t.next_rule AS item, t.pinned_at AS moment FROM show_setting t
            WHERE t.user_id = ? AND t.kind = 2 AND t.item_id IN (%1$s)
            UNION ALL
            SELECT v.item_id, 3, count(*) + 1, max(v.reset_at) FROM show_rewatch v
            WHERE v.user_id = ? AND v.kind = 2 AND v.item_id IN (%1$s) GROUP BY v.item_id
            """;

    private static final String SECTIONS = """
            UNION ALL
            SELECT h.item_id, CASE h.section WHEN 'dropped' THEN 5 ELSE 4 END, 0, h.hidden_at FROM hidden h
            WHERE h.user_id = ? AND h.section IN ('progress', 'dropped') AND h.kind = 2 AND h.item_id IN (%1$s)
            """;

    private static final String ORDER = " ORDER BY show_id, part, item";

    /// @param shows at most 4,000
    Map<ShowId, ShowActivity> activity(Tx tx, UserId user, Collection<ShowId> shows) {
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        List<Long> padded = Tx.padToPlaceholders(ids);
        long id = user.value();
        Map<ShowId, ShowActivity> found = new HashMap<>();
        tx.forEach(
                sql(ACTIVITY + SETTINGS, ids.size()),
                row -> add(found.computeIfAbsent(new ShowId(row.getLong(1)), show -> new ShowActivity()), row),
                id,
                padded,
                id,
                padded,
                id,
                padded,
                id,
                padded,
                id,
                padded);
        return found;
    }

    ShowState state(Tx tx, UserId user, ShowId show) {
        long id = user.value();
        ShowActivity activity = new ShowActivity();
        boolean[] sections = new boolean[DROPPED + 1];
        tx.forEach(
                sql(SETTINGS + SECTIONS, 1),
                row -> {
                    sections[row.getInt(2)] = true;
                    add(activity, row);
                },
                id,
                show.value(),
                id,
                show.value(),
                id,
                show.value());
        return new ShowState(
                sections[HIDDEN],
                sections[DROPPED],
                activity.isPinned(),
                activity.rule(),
                activity.run(),
                activity.runStart());
    }

    private static String sql(String text, int shows) {
        return text.replace("%1$s", Tx.placeholders(shows)) + ORDER;
    }

    private static void add(ShowActivity show, Row row) {
        switch (row.getInt(2)) {
            case WATCHED -> show.watch(new EpisodeId(row.getLong(3)), row.instantOrNull(4));
            case SEASON -> show.hideSeason(row.getInt(3));
            case SETTING -> show.set(NextRule.of(row.getInt(3)), row.instantOrNull(4) != null);
            case REWATCH -> show.rewatch(row.getInt(3), row.instant(4));
            default -> show.hide();
        }
    }
}
