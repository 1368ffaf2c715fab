package dev.spoolmark.sample;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Other users: plays of three years, ratings, comments on the first items of the catalog, and friendships with one
/// user. Their settings are those of that user.
///
/// @param users how many there are
/// @param every each of them has watched one of so many shows and movies of the catalog
/// @param shows how many shows of the catalog are considered
/// @param movies how many movies of the catalog are considered
/// @param friends how many of them are friends of the user
/// @param comments how many comments the first movie, show and episode have, without replies
public record SampleCommunity(int users, int every, int shows, int movies, int friends, int comments) {

    private static final long FIRST_USER = 10_000;
    private static final int USERS_PER_TRANSACTION = 20;
    private static final Duration SPAN = Duration.ofDays(3 * 365);

    /// A play has one of a million ids of its user.
    private static final long FIRST_PLAY = 100_000_000_000_000L;

    private static final String ACCOUNT = """
            INSERT INTO account (user_id, name, password_hash, cred_version, state, admin, protected, vip, joined,
                                 time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, created_at, changed_at)
            SELECT ?, ?, password_hash, cred_version, state, FALSE, protected, vip, joined,
                   time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, created_at, changed_at
            FROM account WHERE user_id = ?
            """;

    private static final String NAME = "INSERT INTO account_name (name_key, user_id) VALUES (?, ?)";

    private static final String PLAYS = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
            SELECT ?, ? + row_number() OVER (ORDER BY item_id), kind, item_id, show_id,
                   ? - (item_id * 7919000 + ? * 104729000) % ?, 0, 1, 0
            FROM (SELECT 4 AS kind, episode_id AS item_id, show_id FROM episode
                  WHERE show_id IN (SELECT show_id FROM (SELECT show_id FROM show ORDER BY show_id LIMIT ?) s
                                    WHERE show_id % ? = ?)
                    AND airs_at <= ?
                  UNION ALL
                  SELECT 1, movie_id, 0 FROM (SELECT movie_id FROM movie ORDER BY movie_id LIMIT ?) m
                  WHERE movie_id % ? = ?) p
            """;

    private static final String WATCHED = """
            INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
            SELECT user_id, kind, item_id, show_id, 1, watched_at, watched_at FROM play WHERE user_id = ?
            ORDER BY kind, item_id
            """;

    private static final String DEDUP = """
            INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id)
            SELECT user_id, kind, item_id, watched_at, watched_at, play_id FROM play WHERE user_id = ?
            ORDER BY kind, item_id
            """;

    private static final String RATINGS = """
            INSERT INTO rating (user_id, kind, item_id, score, rated_at)
            SELECT user_id, kind, item_id, 1 + (item_id + user_id) % 10, last_at + 60000 FROM watched
            WHERE user_id = ? AND (item_id + user_id) % 25 = 0
            """;

    private static final String FOLLOWS = "INSERT INTO %s (user_id, %s, state, since) VALUES (?, ?, 2, ?)";

    private static final String COMMENT = """
            INSERT INTO comment
                (kind, item_id, comment_id, user_id, parent_id, text, text_key, review, spoiler, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?)
            """;

    private static final String COMMENT_OF_USER = """
            INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)
            VALUES (?, ?, ?, ?, FALSE, ?)
            """;

    private static final String LIKE = "INSERT INTO comment_like (user_id, comment_id, liked_at) VALUES (?, ?, ?)";

    private static final String COMMENTED = """
            SELECT 1, min(movie_id) FROM movie
            UNION ALL SELECT 2, min(show_id) FROM show
            UNION ALL SELECT 4, min(episode_id) FROM episode
            ORDER BY 1
            """;

    private record Item(int kind, long id) {}

    private record Index(String name, String sql) {}

    /// Adds the users and their data. On SQLite, indexes are dropped before and created again afterwards, which is
    /// faster.
    public void fill(Database database, UserId user, Instant now) {
        List<Index> indexes = indexes(database);
        indexes.forEach(index -> database.write(tx -> tx.update("DROP INDEX " + index.name())));
        LongStream.range(FIRST_USER, FIRST_USER + users)
                .boxed()
                .gather(Gatherers.windowFixed(USERS_PER_TRANSACTION))
                .forEach(batch -> database.write(tx -> {
                    batch.forEach(one -> addUser(tx, one, user.value(), now));
                    return true;
                }));
        indexes.forEach(index -> database.write(tx -> tx.update(index.sql())));
        database.write(tx -> {
            LongStream.range(FIRST_USER, FIRST_USER + friends)
                    .forEach(friend -> befriend(tx, user.value(), friend, now.toEpochMilli()));
            tx.query(COMMENTED, row -> new Item(row.getInt(1), row.getLong(2)))
                    .forEach(item -> comment(tx, item, now.toEpochMilli()));
            return true;
        });
    }

    /// The name of one of the users, from 0.
    public static String name(int number) {
        return "crowd" + (FIRST_USER + number);
    }

    private static List<Index> indexes(Database database) {
        return database.engine() != Engine.SQLITE
                ? List.of()
                : database.read(tx -> tx.query("""
                        SELECT name, sql FROM sqlite_master
                        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('play', 'watched') ORDER BY name
                        """, row -> new Index(row.getString(1), row.getString(2))));
    }

    private void addUser(Tx tx, long id, long like, Instant now) {
        String name = name((int) (id - FIRST_USER));
        tx.update(ACCOUNT, id, name, like);
        tx.update(NAME, name, id);
        long remainder = id % every;
        tx.update(
                PLAYS,
                id,
                FIRST_PLAY + id * 1_000_000,
                now.toEpochMilli(),
                id,
                SPAN.toMillis(),
                shows,
                every,
                remainder,
                now,
                movies,
                every,
                remainder);
        tx.update(WATCHED, id);
        tx.update(DEDUP, id);
        tx.update(RATINGS, id);
    }

    private static void befriend(Tx tx, long user, long friend, long at) {
        tx.update(FOLLOWS.formatted("follow_out", "target_id"), user, friend, at - friend);
        tx.update(FOLLOWS.formatted("follow_out", "target_id"), friend, user, at - friend);
        tx.update(FOLLOWS.formatted("follow_in", "source_id"), user, friend, at - friend);
        tx.update(FOLLOWS.formatted("follow_in", "source_id"), friend, user, at - friend);
    }

    /// Every second comment has a reply and a like.
    private void comment(Tx tx, Item item, long now) {
        for (int number = 0; number < comments; number++) {
            long id = FIRST_PLAY + item.kind() * 1_000_000L + number * 2L;
            long author = FIRST_USER + number % users;
            long at = now - number * 3_600_000L;
            boolean isAnswered = number % 2 == 0;
            write(tx, item, id, author, null, "The thoughts of " + number + " about this one", at);
            if (isAnswered) {
                long other = FIRST_USER + (number + 1) % users;
                write(tx, item, id + 1, other, id, "A reply to " + number, at + 60_000);
                tx.update(LIKE, other, id, at);
            }
        }
    }

    private static void write(Tx tx, Item item, long id, long author, @Nullable Long parent, String text, long at) {
        tx.update(COMMENT, item.kind(), item.id(), id, author, parent, text, "key " + id, id % 5 == 0, at);
        tx.update(COMMENT_OF_USER, author, id, item.kind(), item.id(), at);
    }
}
