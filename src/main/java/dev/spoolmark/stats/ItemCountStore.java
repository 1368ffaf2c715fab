package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.stats.ItemCounts.Comments;
import dev.spoolmark.stats.ItemCounts.EventCount;
import java.util.List;
import java.util.function.Function;

/// Counts plays, collections, lists and comments of one item.
final class ItemCountStore {

    private static final String PLAYS = """
            SELECT count(DISTINCT user_id),
                   count(*) FILTER (WHERE action = 1), count(DISTINCT CASE WHEN action = 1 THEN user_id END),
                   count(*) FILTER (WHERE action = 2), count(DISTINCT CASE WHEN action = 2 THEN user_id END)
            FROM play WHERE action IN (1, 2) AND\s""";

    private static final String COLLECTED = "SELECT count(*), count(DISTINCT user_id) FROM collected WHERE ";

    private static final String WATCHLISTS = "SELECT count(*) FROM watchlist_item WHERE kind = ? AND item_id = ?";

    private static final String LISTS = """
            SELECT count(*)
            FROM list_item i
            JOIN list l ON l.user_id = i.user_id AND l.list_id = i.list_id AND l.privacy = 'public'
            JOIN account a ON a.user_id = i.user_id AND a.state = 1 AND a.protected = FALSE
            WHERE i.kind = ? AND i.item_id = ?
            """;

    private static final String COMMENTS = """
            SELECT count(*) FILTER (WHERE review = FALSE), count(*) FILTER (WHERE review = TRUE)
            FROM comment WHERE kind = ? AND item_id = ? AND parent_id IS NULL AND text <> ''
            """;

    private static final String TOP_EPISODES = """
            SELECT e.episode_id, count(*) AS plays
            FROM episode e JOIN play p ON p.kind = 4 AND p.item_id = e.episode_id AND p.action IN (1, 2)
            WHERE e.show_id = ? AND e.provisional = FALSE
            GROUP BY e.episode_id, e.season, e.number
            ORDER BY plays DESC, e.season, e.number
            LIMIT 10
            """;

    private ItemCountStore() {}

    static ItemCounts of(Tx tx, MediaId item) {
        ItemScope scope = ItemScope.of(item);
        Plays plays = queryOne(tx, PLAYS + scope.condition(), ItemCountStore::plays, scope.value());
        Object[] own = {item.kind().number(), item.value()};
        return new ItemCounts(
                plays.watchers(),
                plays.scrobbles(),
                plays.checkins(),
                queryOne(
                        tx,
                        COLLECTED + scope.condition(),
                        row -> new EventCount(row.getInt(1), row.getInt(2)),
                        scope.value()),
                queryOne(tx, WATCHLISTS, row -> row.getInt(1), own),
                queryOne(tx, LISTS, row -> row.getInt(1), own),
                queryOne(tx, COMMENTS, row -> new Comments(row.getInt(1), row.getInt(2)), own));
    }

    static List<PlayedEpisode> topEpisodes(Tx tx, ShowId show) {
        return tx.query(
                TOP_EPISODES, row -> new PlayedEpisode(new EpisodeId(row.getLong(1)), row.getInt(2)), show.value());
    }

    private record Plays(int watchers, EventCount scrobbles, EventCount checkins) {}

    private static Plays plays(Row row) {
        return new Plays(
                row.getInt(1),
                new EventCount(row.getInt(2), row.getInt(3)),
                new EventCount(row.getInt(4), row.getInt(5)));
    }

    private static <T> T queryOne(Tx tx, String count, Function<Row, T> read, Object... parameters) {
        return tx.findFirst(count, read, parameters).orElseThrow();
    }
}
