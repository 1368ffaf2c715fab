package dev.spoolmark.sample;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes the rows of one user directly: plays of ten years of which some have no time, ratings, watchlist, collection,
/// lists, comments.
///
/// @param shows how many shows of the catalog were watched, of some only the beginning
/// @param movies how many movies of the catalog were watched
/// @param lists how many lists there are beside one with rules, of 100 items each but the first
/// @param firstList items of the first list
/// @param others items of each other part, such as the watchlist
public record SampleLibrary(int shows, int movies, int lists, int firstList, int others) {

    /// Ids of plays, lists, entries and comments begin here; the server allocates its ids from 1.
    static final long FIRST_ID = 500_000_000_000_000L;

    private static final int LIST_SIZE = 100;
    private static final Duration SPAN = Duration.ofDays(3_652);

    /// Two of five shows and each second movie twice. The time is unknown of each 33rd item. `position` distinguishes
    /// plays at the same time.
    private static final String PLAYS = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
            SELECT ?, ? + row_number() OVER (ORDER BY s.kind, s.item_id, s.turn), s.kind, s.item_id, s.show_id,
                   CASE WHEN s.item_id % 33 = 0 THEN NULL
                        ELSE ? + (s.item_id * 7919000 + s.turn * 104729000) % ? END,
                   s.turn, 1 + s.item_id % 3, 0
            FROM (
                SELECT 4 AS kind, e.episode_id AS item_id, e.show_id AS show_id, t.turn AS turn
                FROM (SELECT episode_id, show_id, airs_at,
                             row_number() OVER (PARTITION BY show_id ORDER BY season, number) AS place,
                             count(*) OVER (PARTITION BY show_id) AS many
                      FROM episode
                      WHERE show_id IN (SELECT show_id FROM show ORDER BY show_id LIMIT ?)) e
                JOIN (SELECT 0 AS turn UNION ALL SELECT 1) t ON t.turn = 0 OR e.show_id % 5 < 2
                WHERE e.airs_at <= ?
                  AND e.place * 10 <= e.many * CASE e.show_id % 4 WHEN 2 THEN 6 WHEN 3 THEN 3 ELSE 10 END
                UNION ALL
                SELECT 1, m.movie_id, 0, t.turn
                FROM (SELECT movie_id FROM movie ORDER BY movie_id LIMIT ?) m
                JOIN (SELECT 0 AS turn UNION ALL SELECT 1) t ON t.turn = 0 OR m.movie_id % 2 = 0) s
            """;

    private static final String WATCHED = """
            INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
            SELECT user_id, kind, item_id, show_id, count(*), min(watched_at), max(watched_at)
            FROM play WHERE user_id = ? GROUP BY user_id, kind, item_id, show_id ORDER BY kind, item_id
            """;

    private static final String DEDUP = """
            INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id)
            SELECT user_id, kind, item_id, max(coalesce(watched_at, 0)), max(coalesce(watched_at, 0)), max(play_id)
            FROM play WHERE user_id = ? GROUP BY user_id, kind, item_id ORDER BY kind, item_id
            """;

    private static final String RATINGS = """
            INSERT INTO rating (user_id, kind, item_id, score, rated_at)
            SELECT ?, kind, item_id, 1 + item_id % 10, coalesce(last_at, 0) FROM watched
            WHERE user_id = ? AND item_id % 3 = 0
            UNION ALL
            SELECT ?, 2, show_id, 1 + show_id % 10, max(coalesce(last_at, 0)) FROM watched
            WHERE user_id = ? AND kind = 4 AND show_id % 2 = 0 GROUP BY show_id
            """;

    private static final String WATCHLIST = """
            INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
            SELECT ?, kind, item_id, show_id, ? + row_number() OVER (ORDER BY kind, item_id),
                   ? - item_id % 100000 * 600000, row_number() OVER (ORDER BY kind, item_id)
            FROM (SELECT 1 AS kind, movie_id AS item_id, 0 AS show_id
                  FROM (SELECT movie_id FROM movie ORDER BY movie_id DESC LIMIT ?) m
                  UNION ALL
                  SELECT 2, show_id, show_id FROM (SELECT show_id FROM show ORDER BY show_id DESC LIMIT ?) s
                  UNION ALL
                  SELECT 4, episode_id, show_id
                  FROM (SELECT episode_id, show_id FROM episode ORDER BY episode_id DESC LIMIT ?) e) w
            """;

    private static final String FAVORITES = """
            INSERT INTO favorite_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
            SELECT user_id, kind, item_id, show_id, entry_id, listed_at, rank FROM watchlist_item
            WHERE user_id = ? AND kind IN (1, 2) ORDER BY rank LIMIT 1000
            """;

    private static final String COLLECTED = """
            INSERT INTO collected (user_id, kind, item_id, show_id, collected_at)
            SELECT ?, kind, item_id, show_id, ? - item_id % 100000 * 600000 FROM watched
            WHERE user_id = ? AND (show_id % 4 = 1 OR kind = 1)
            """;

    private static final String HIDDEN = """
            INSERT INTO hidden (user_id, section, kind, item_id, show_id, hidden_at)
            SELECT DISTINCT ?, 'progress', 2, show_id, show_id, 0 FROM watched
            WHERE user_id = ? AND kind = 4 AND (show_id % 15 = 7
                OR show_id = (SELECT min(show_id) FROM watched WHERE user_id = ? AND kind = 4))
            """;

    private static final String RESUME_POINTS = """
            INSERT INTO playback_progress (user_id, kind, item_id, progress, paused_at)
            SELECT ?, 4, episode_id, 4000, ? - episode_id % 1000 * 60000
            FROM (SELECT episode_id FROM episode ORDER BY episode_id DESC LIMIT ?) e
            """;

    private static final String LIST = """
            INSERT INTO list (user_id, list_id, name, name_key, slug, description, privacy, show_numbers, allow_comments,
                              created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, 'public', TRUE, TRUE, ?, ?)
            """;

    private static final String RULES_OF_LIST = "UPDATE list SET rules = ? WHERE user_id = ? AND list_id = ?";

    /// All that was watched, by year.
    private static final String RULES =
            "version 1\nkind movie\nkind show\nfrom watched\nmatch all\nwhere year_from 1900\norder year\nlimit 500";

    /// The slug of the list with rules.
    static final String LIST_BY_RULES = "by-rules";

    private static final String LIST_SLUG = "INSERT INTO list_slug (user_id, slug, list_id) VALUES (?, ?, ?)";

    /// Movies and episodes in turn, from a place in the catalog on.
    private static final String LIST_ITEMS = """
            INSERT INTO list_item (user_id, list_id, kind, item_id, entry_id, rank, note, listed_at)
            SELECT ?, ?, kind, item_id, ? + row_number() OVER (ORDER BY item_id, kind),
                   row_number() OVER (ORDER BY item_id, kind),
                   CASE WHEN item_id % 7 = 0 THEN 'A note about this one' ELSE NULL END, ?
            FROM (SELECT kind, item_id FROM (
                      SELECT 1 AS kind, movie_id AS item_id
                      FROM (SELECT movie_id FROM movie ORDER BY movie_id LIMIT ? OFFSET ?) m
                      UNION ALL
                      SELECT 4, episode_id
                      FROM (SELECT episode_id FROM episode ORDER BY episode_id LIMIT ? OFFSET ?) e) a
                  ORDER BY item_id, kind LIMIT ?) i
            """;

    private static final String COMMENTS = """
            INSERT INTO comment (kind, item_id, comment_id, user_id, text, text_key, review, spoiler, created_at)
            SELECT 1, movie_id, ? + row_number() OVER (ORDER BY movie_id), ?, 'What I think about it', 'own', FALSE,
                   FALSE, ? - movie_id % 100000 * 600000
            FROM (SELECT movie_id FROM movie ORDER BY movie_id LIMIT ?) m
            """;

    private static final String COMMENTS_OF_USER = """
            INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)
            SELECT user_id, comment_id, kind, item_id, review, created_at FROM comment WHERE user_id = ?
            """;

    /// Writes the rows of this user.
    ///
    /// @param now nothing is later
    public void fill(Database database, UserId user, Instant now) {
        long id = user.value();
        database.write(tx -> {
            long start = now.minus(SPAN).toEpochMilli();
            tx.update(PLAYS, id, firstId(id), start, SPAN.toMillis(), shows, now, movies);
            tx.update(WATCHED, id);
            tx.update(DEDUP, id);
            tx.update(RATINGS, id, id, id, id);
            tx.update(WATCHLIST, id, firstId(id), now.toEpochMilli(), others, others, others);
            tx.update(FAVORITES, id);
            tx.update(COLLECTED, id, now.toEpochMilli(), id);
            tx.update(HIDDEN, id, id, id);
            tx.update(RESUME_POINTS, id, now.toEpochMilli(), Math.min(others, LIST_SIZE));
            tx.update(COMMENTS, firstId(id), id, now.toEpochMilli(), others);
            return tx.update(COMMENTS_OF_USER, id);
        });
        database.write(tx -> lists(tx, id, now));
    }

    private boolean lists(Tx tx, long user, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> slugs = new ArrayList<>();
        for (int number = 0; number < lists; number++) {
            long list = firstId(user) + number;
            rows.add(new Object[] {
                user, list, "List " + number, "list " + number, "list-" + number, "What is on it", now, now
            });
            slugs.add(new Object[] {user, "list-" + number, list});
        }
        long byRules = firstId(user) + lists;
        rows.add(new Object[] {user, byRules, "By rules", "by rules", LIST_BY_RULES, "Found by rules", now, now});
        slugs.add(new Object[] {user, LIST_BY_RULES, byRules});
        tx.updateAll(LIST, rows);
        tx.updateAll(LIST_SLUG, slugs);
        tx.update(RULES_OF_LIST, RULES, user, byRules);
        for (int number = 0; number < lists; number++) {
            int size = number == 0 ? firstList : LIST_SIZE;
            int half = (size + 1) / 2;
            int skipped = number * 10;
            long list = firstId(user) + number;
            long entry = firstId(user) + number * 1_000_000L;
            tx.update(LIST_ITEMS, user, list, entry, now, half, skipped, half, skipped, size);
        }
        return true;
    }

    /// Users have a hundred million ids each.
    private static long firstId(long user) {
        return FIRST_ID + user * 100_000_000L;
    }
}
