package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/// Finds what people watch now and lately.
final class TrendStore {

    private static final String MOVIES = sql("item_id", 1, "movie");
    private static final String SHOWS = sql("show_id", 4, "show");

    private TrendStore() {}

    static List<Trend<MovieId>> movies(Tx tx, Instant from, Instant now, int limit) {
        return trends(tx, MOVIES, MovieId::new, from, now, limit);
    }

    static List<Trend<ShowId>> shows(Tx tx, Instant from, Instant now, int limit) {
        return trends(tx, SHOWS, ShowId::new, from, now, limit);
    }

    private static <I extends MediaId> List<Trend<I>> trends(
            Tx tx, String sql, LongFunction<I> id, Instant from, Instant now, int limit) {
        return tx.query(sql, row -> new Trend<>(id.apply(row.number(1)), row.count(2)), now, from, now, limit);
    }

    /// The sign before `kind` keeps SQLite off the index of items, where it would read the plays of all time.
    ///
    /// @param item the column of the thing: of plays of episodes, their show
    private static String sql(String item, int kind, String table) {
        return """
                SELECT t.%3$s_id, count(DISTINCT lately.user_id) AS watchers, max(lately.at) AS latest
                FROM (SELECT %1$s AS item, user_id, started_at AS at FROM watching
                      WHERE kind = %2$d AND expires_at > ?
                      UNION ALL
                      SELECT %1$s, user_id, watched_at FROM play
                      WHERE +kind = %2$d AND watched_at > ? AND watched_at <= ?) AS lately
                JOIN %3$s t ON t.%3$s_id = lately.item AND t.provisional = FALSE
                GROUP BY t.%3$s_id, t.title_key
                ORDER BY watchers DESC, latest DESC, t.title_key, t.%3$s_id
                LIMIT ?
                """.formatted(item, kind, table);
    }
}
