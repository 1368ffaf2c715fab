package dev.spoolmark.userstate;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// SQL for [CoveredEpisodes].
final class CoveredEpisodeStore {

    private static final String UNWATCHED = """
             AND NOT EXISTS (SELECT 1 FROM watched w
                WHERE w.user_id = ? AND w.kind = 4 AND w.item_id = c.episode_id AND w.plays > 0)
            """;

    private static final String WATCHED_OF_SHOW = """
            FROM episode l CROSS JOIN watched w
            WHERE l.show_id = c.show_id AND l.season > 0
            AND w.user_id = ? AND w.kind = 4 AND w.item_id = l.episode_id AND w.plays > 0
            """;

    /// Whether an episode of the show is watched that is no special. An index finds the shows that are not begun.
    private static final String HAS_WATCHED_EPISODE = """
            EXISTS (SELECT 1 FROM watched b JOIN episode e ON e.episode_id = b.item_id
                WHERE b.user_id = ? AND b.show_id = c.show_id AND b.plays > 0 AND e.season > 0)
            """;

    /// The last watched episode is found from the end of the show: the episodes behind it are few.
    private static final String LAST_BY_NUMBER = "SELECT l.season * 1000000 + l.number " + WATCHED_OF_SHOW
            + " ORDER BY l.season DESC, l.number DESC LIMIT 1";

    /// As `EpisodeOrder.AIR_DATE`; where the time of day of one of both is unknown, by days.
    private static final String IS_AFTER = """
             AND CASE
                WHEN l.airs_at < c.airs_at THEN FALSE
                WHEN l.airs_at > c.airs_at THEN TRUE
                WHEN l.airs_at IS NULL OR c.airs_at IS NULL
                    THEN CASE WHEN coalesce(l.air_date, '9999') = coalesce(c.air_date, '9999')
                        THEN l.season * 1000000 + l.number > c.season * 1000000 + c.number
                        ELSE coalesce(l.air_date, '9999') > coalesce(c.air_date, '9999') END
                ELSE l.season * 1000000 + l.number > c.season * 1000000 + c.number END
            """;

    private static final String COMES_LATER = " AND " + HAS_WATCHED_EPISODE + " AND CASE WHEN c.season = 0 THEN TRUE"
            + " WHEN EXISTS (SELECT 1 FROM air_date_order o WHERE o.user_id = ? AND o.kind = 2 AND o.item_id = c.show_id)"
            + " THEN NOT EXISTS (SELECT 1 " + WATCHED_OF_SHOW + IS_AFTER + ")"
            + " ELSE c.season * 1000000 + c.number > (" + LAST_BY_NUMBER + ") END";

    /// The episodes among these that a user has not watched.
    ///
    /// @param comeLater whether only those that come after the last watched one of their show
    Set<EpisodeId> covered(Tx tx, UserId user, List<Long> episodes, boolean comeLater) {
        List<Object> values = new ArrayList<>(Tx.padToPlaceholders(episodes));
        values.add(user.value());
        String later = "";
        if (comeLater) {
            later = COMES_LATER;
            values.addAll(List.of(user.value(), user.value(), user.value(), user.value()));
        }
        return new HashSet<>(tx.query(
                "SELECT c.episode_id FROM episode c WHERE c.episode_id IN (" + Tx.placeholders(episodes.size()) + ")"
                        + UNWATCHED + later + " ORDER BY c.episode_id",
                row -> new EpisodeId(row.getLong(1)),
                values));
    }
}
