package dev.spoolmark.stats;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.CountedEpisodesSql;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.stats.UserCounts.CollectionCounts;
import dev.spoolmark.stats.UserCounts.Count;
import dev.spoolmark.stats.UserCounts.ItemTypeCounts;
import dev.spoolmark.stats.UserCounts.OpinionCounts;
import dev.spoolmark.stats.UserCounts.Plays;
import dev.spoolmark.stats.UserCounts.ShowCounts;
import java.util.Locale;
import java.util.function.Function;

/// Counts rows of one user. Each query reads only that user's rows and returns one row.
final class UserStatisticsStore {

    private static final String FRIENDS = """
            SELECT count(*) FROM follow_out o
            JOIN follow_in i ON i.user_id = o.user_id AND i.source_id = o.target_id AND i.state = 2
            WHERE o.user_id = ? AND o.state = 2
            """;

    /// Episodes that count in no total, of shows of which the user has data. No movie has the id of one.
    private static final String UNCOUNTED = """
            (SELECT e.episode_id FROM episode e WHERE e.show_id IN (
                SELECT show_id FROM watched WHERE user_id = ? AND kind = 4
                UNION SELECT show_id FROM collected WHERE user_id = ? AND kind = 4) AND\s""" + CountedEpisodesSql.UNCOUNTED + ")";

    private static final String SHOWS = String.format(Locale.ROOT, """
            SELECT count(*), coalesce(sum(watched), 0), coalesce(sum(owned), 0)
            FROM (SELECT show_id, max(watched) AS watched, max(owned) AS owned
                  FROM (SELECT show_id, 1 AS watched, 0 AS owned FROM watched
                        WHERE user_id = ? AND kind = 4 AND plays > 0 AND item_id NOT IN %1$s
                        UNION ALL
                        SELECT show_id, 0, 1 FROM collected
                        WHERE user_id = ? AND kind = 4 AND item_id NOT IN %1$s) AS deed
                  GROUP BY show_id) AS begun
            """, UNCOUNTED);

    /// The sign before `kind` keeps SQLite from using the index of items, with which it would read the plays of
    /// all users.
    private static final String PLAYS = """
            SELECT count(*), count(DISTINCT item_id),
                   count(*) FILTER (WHERE action < 3), count(DISTINCT CASE WHEN action < 3 THEN item_id END),
                   count(*) FILTER (WHERE action = 1), count(DISTINCT CASE WHEN action = 1 THEN item_id END),
                   count(*) FILTER (WHERE action = 2), count(DISTINCT CASE WHEN action = 2 THEN item_id END),
                   count(*) FILTER (WHERE action = 3), count(DISTINCT CASE WHEN action = 3 THEN item_id END)
            FROM play WHERE user_id = ? AND +kind = ? AND item_id NOT IN\s""" + UNCOUNTED;

    private static final String COLLECTION = String.format(Locale.ROOT, """
            SELECT count(*), count(*) FILTER (WHERE w.item_id IS NULL),
                   (SELECT count(*) FROM watched x WHERE x.user_id = ? AND x.kind = ? AND x.plays > 0
                    AND x.item_id NOT IN %1$s)
            FROM collected c
            LEFT JOIN watched w
                ON w.user_id = c.user_id AND w.kind = c.kind AND w.item_id = c.item_id AND w.plays > 0
            WHERE c.user_id = ? AND c.kind = ? AND c.item_id NOT IN %1$s
            """, UNCOUNTED);

    private static final String OPINIONS = """
            SELECT (SELECT count(*) FROM user_comment WHERE user_id = ? AND kind = ?),
                   count(*) FILTER (WHERE score >= 6), count(*) FILTER (WHERE score < 6)
            FROM rating WHERE user_id = ? AND kind = ?
            """;

    private final Tx tx;
    private final long user;

    UserStatisticsStore(Tx tx, UserId user) {
        this.tx = tx;
        this.user = user.value();
    }

    UserCounts counts() {
        return new UserCounts(
                queryOne(FRIENDS, row -> row.getInt(1), user), shows(), played(Kind.MOVIE), played(Kind.EPISODE));
    }

    private ShowCounts shows() {
        OpinionCounts opinions = opinions(Kind.SHOW);
        return queryOne(
                SHOWS,
                row -> new ShowCounts(row.getInt(1), row.getInt(2), row.getInt(3), opinions),
                user,
                user,
                user,
                user,
                user,
                user);
    }

    private ItemTypeCounts played(Kind kind) {
        Plays plays = queryOne(PLAYS, UserStatisticsStore::plays, user, kind.number(), user, user);
        CollectionCounts collections = queryOne(
                COLLECTION,
                row -> CollectionCounts.of(row.getInt(1), row.getInt(2), row.getInt(3)),
                user,
                kind.number(),
                user,
                user,
                user,
                kind.number(),
                user,
                user);
        return new ItemTypeCounts(plays, collections, opinions(kind));
    }

    private OpinionCounts opinions(Kind kind) {
        return queryOne(
                OPINIONS,
                row -> new OpinionCounts(row.getInt(1), row.getInt(2), row.getInt(3)),
                user,
                kind.number(),
                user,
                kind.number());
    }

    private static Plays plays(Row row) {
        return new Plays(count(row, 1), count(row, 3), count(row, 5), count(row, 7), count(row, 9));
    }

    private static Count count(Row row, int column) {
        return new Count(row.getInt(column), row.getInt(column + 1));
    }

    private <T> T queryOne(String sql, Function<Row, T> read, Object... parameters) {
        return tx.findFirst(sql, read, parameters).orElseThrow();
    }
}
