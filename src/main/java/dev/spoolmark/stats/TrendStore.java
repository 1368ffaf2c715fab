package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/// Reads what users are watching, and what they played recently.
final class TrendStore {

    private static final String MOVIES = sql("item_id", 1, "movie");
    private static final String SHOWS = sql("show_id", 4, "show");

    private TrendStore() {}

    /// The time window of trending items.
    ///
    /// @param from plays before it do not count
    /// @param halfLife the weight of a play is halved after this time
    record TrendWindow(Instant from, Instant now, Duration halfLife) {}

    static List<TrendingItem<MovieId>> movies(Tx tx, TrendWindow window, int limit) {
        return trends(tx, MOVIES, MovieId::new, window, limit);
    }

    static List<TrendingItem<ShowId>> shows(Tx tx, TrendWindow window, int limit) {
        return trends(tx, SHOWS, ShowId::new, window, limit);
    }

    private static <I extends MediaId> List<TrendingItem<I>> trends(
            Tx tx, String sql, LongFunction<I> id, TrendWindow window, int limit) {
        return tx.query(
                sql,
                row -> new TrendingItem<>(id.apply(row.getLong(1)), row.getInt(2)),
                window.now(),
                window.halfLife().toMillis(),
                window.now(),
                window.from(),
                window.now(),
                limit);
    }

    /// Weights are integers in millionths, so that their sum does not depend on the order of addition.
    ///
    /// The sign before `kind` keeps SQLite from using the index of items, with which it would read the plays of
    /// all time.
    ///
    /// @param item the column of the item; for plays of episodes, of their show
    private static String sql(String item, int kind, String table) {
        return String.format(Locale.ROOT, """
                SELECT t.%3$s_id, count(*) AS watchers, sum(fan.weight) AS score, max(fan.latest) AS latest
                FROM (SELECT item, max(at) AS latest,
                             CASE WHEN max(present) = 1 THEN 1000000
                                  ELSE CAST(round(1000000 * power(CAST(0.5 AS DOUBLE PRECISION),
                                      CAST(CAST(? AS BIGINT) - max(at) AS DOUBLE PRECISION) / ?)) AS BIGINT)
                             END AS weight
                      FROM (SELECT %1$s AS item, user_id, started_at AS at, 1 AS present FROM watching
                            WHERE kind = %2$d AND expires_at > ?
                            UNION ALL
                            SELECT %1$s, user_id, watched_at, 0 FROM play
                            WHERE +kind = %2$d AND watched_at > ? AND watched_at <= ?) AS lately
                      GROUP BY item, user_id) AS fan
                JOIN %3$s t ON t.%3$s_id = fan.item AND t.provisional = FALSE
                GROUP BY t.%3$s_id
                ORDER BY score DESC, latest DESC, t.%3$s_id
                LIMIT ?
                """, item, kind, table);
    }
}
