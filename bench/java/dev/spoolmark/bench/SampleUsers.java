package dev.spoolmark.bench;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A catalog, and users who watched a part of it over three years: 4,500 episodes and 500 movies each.
final class SampleUsers {

    static final int SHOWS = 200;
    static final int SEASONS = 5;
    static final int EPISODES = 9;
    static final int MOVIES = 2_000;

    /// The server allocates the ids of plays from 1 and does not reach this one.
    static final long FIRST_PLAY = 1_000_000_000_000_000L;

    private static final int USERS_PER_TRANSACTION = 20;
    private static final long FIRST = 1_000_000_000L;
    private static final Duration SPAN = Duration.ofDays(3 * 365);

    /// Every second show and every fourth movie, by the parity of the user id. The years of the items match.
    private static final String PLAYS = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
            SELECT ?, ? + row_number() OVER (ORDER BY item), kind, item, show,
                   ? - (item * 7919000 + ? * 104729000) % ?, 0, 1, 0
            FROM (SELECT 4 AS kind, episode_id AS item, e.show_id AS show
                  FROM episode e JOIN show s ON s.show_id = e.show_id WHERE s.year = 2000 + ? % 2
                  UNION ALL
                  SELECT 1, movie_id, 0 FROM movie WHERE year = 2000 + ? % 4) AS seen
            """;

    private static final String WATCHED = """
            INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
            SELECT user_id, kind, item_id, show_id, 1, watched_at, watched_at FROM play WHERE user_id = ?
            ORDER BY kind, item_id
            """;

    private static final String GUARDS = """
            INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id)
            SELECT user_id, kind, item_id, watched_at, watched_at, play_id FROM play WHERE user_id = ?
            ORDER BY kind, item_id
            """;

    private static final String ACCOUNT = """
            INSERT INTO account (user_id, name, password_hash, cred_version, state, admin, protected, vip, joined,
                                 time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, created_at, changed_at)
            SELECT ?, 'crowd' || ?, password_hash, cred_version, state, admin, FALSE, vip, joined,
                   time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, created_at, changed_at
            FROM account WHERE name = 'person'
            """;

    private static final String MOVE_TO_LAST_DAY = """
            UPDATE play SET watched_at = ? - item_id % 1440 * 60000 WHERE user_id = ? AND +kind = 1
            """;

    private SampleUsers() {}

    static void catalogue(BenchServer server) {
        CatalogImport load = new CatalogImport(
                server.database(), server.features().clock(), server.features().catalog());
        load.apply(items(SHOWS, SampleUsers::show));
        load.apply(items(MOVIES, SampleUsers::movie));
    }

    /// The plays of one user, with all movies within the last day, so that an empty server has as many trending
    /// items as the others.
    static void watch(Database database, UserId user) {
        database.write(tx -> {
            watch(tx, user.value());
            return tx.update(MOVE_TO_LAST_DAY, Instant.now(), user.value());
        });
    }

    /// The users from one number to another. Indexes are dropped before and created again afterwards, which is
    /// faster.
    static void gather(Database database, int from, int to) {
        List<Index> indexes = database.read(tx -> tx.query("""
                SELECT name, sql FROM sqlite_master
                WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('play', 'watched') ORDER BY name
                """, row -> new Index(row.getString(1), row.getString(2))));
        indexes.forEach(index -> database.write(tx -> tx.update("DROP INDEX " + index.name())));
        LongStream.range(FIRST + from, FIRST + to)
                .boxed()
                .gather(Gatherers.windowFixed(USERS_PER_TRANSACTION))
                .forEach(batch -> database.write(tx -> {
                    batch.forEach(user -> {
                        tx.update(ACCOUNT, user, user);
                        watch(tx, user);
                    });
                    return true;
                }));
        indexes.forEach(index -> database.write(tx -> tx.update(index.sql())));
    }

    /// The JSON members that identify an episode, counted through the whole catalog.
    static String episode(int at) {
        int show = 1 + at / (SEASONS * EPISODES);
        return "\"tvdb_id\":%d,\"title\":\"Show %d\",\"year\":%d,\"season\":%d,\"episode\":%d"
                .formatted(1_000_000L + show, show, 2000 + show % 2, 1 + at / EPISODES % SEASONS, 1 + at % EPISODES);
    }

    static long plays(Database database) {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM play", row -> row.getLong(1)))
                .orElse(0L);
    }

    private record Index(String name, String sql) {}

    private static int watch(Tx tx, long user) {
        long firstPlay = FIRST_PLAY + user * 10_000;
        tx.update(PLAYS, user, firstPlay, Instant.now(), user, SPAN.toMillis(), user, user);
        tx.update(WATCHED, user);
        return tx.update(GUARDS, user);
    }

    private static List<SourceItem> items(int many, IntFunction<SourceItem> item) {
        return IntStream.rangeClosed(1, many).mapToObj(item).toList();
    }

    private static SourceItem movie(int number) {
        Ids ids = new Ids(null, null, 2_000_000L + number, null, null);
        return new MovieItem(ids, "Movie " + number, 2000 + number % 4, MovieFacts.NONE, List.of(), null);
    }

    private static SourceItem show(int number) {
        List<SeasonItem> seasons = IntStream.rangeClosed(1, SEASONS)
                .mapToObj(season -> new SeasonItem(season, Ids.NONE, null, episodes(number, season)))
                .toList();
        Ids ids = new Ids(null, 1_000_000L + number, null, null, null);
        return new ShowItem(ids, "Show " + number, 2000 + number % 2, ShowFacts.NONE, List.of(), seasons, null);
    }

    private static List<EpisodeItem> episodes(int show, int season) {
        return IntStream.rangeClosed(1, EPISODES)
                .mapToObj(number -> new EpisodeItem(
                        number,
                        new Ids(null, 100_000_000L + show * 1_000L + season * 100L + number, null, null, null),
                        new EpisodeFacts(
                                "The Title of Episode " + number,
                                null,
                                null,
                                Instant.ofEpochSecond(1_000_000_000L + 604_800L * number),
                                null,
                                null)))
                .toList();
    }
}
