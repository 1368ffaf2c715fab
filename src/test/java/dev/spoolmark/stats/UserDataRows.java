package dev.spoolmark.stats;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.db.Database;
import java.time.Instant;

/// Stores data of users directly in the database, for tests of reads.
public final class UserDataRows {

    public static final int SCROBBLE = 1;
    public static final int CHECKIN = 2;
    public static final int SEEN = 3;

    private final Database database;
    private long number;

    public UserDataRows(Database database) {
        this.database = database;
    }

    /// An episode with its id and that of its show.
    public record ItemRef(MediaId item, long show) {

        public static ItemRef movie(MediaId movie) {
            return new ItemRef(movie, 0);
        }

        public static ItemRef episode(ShowGuide guide, int season, int episode) {
            EpisodeSummary head = guide.episode(season, episode).orElseThrow();
            return new ItemRef(head.id(), guide.show().id().value());
        }
    }

    public void addPlay(Account account, ItemRef what, int action, Instant at) {
        addPlay(account.id(), what, action, at);
    }

    public void addPlay(UserId user, ItemRef what, int action, Instant at) {
        long id = ++number;
        database.write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
                    """, user.value(), id, kind(what), what.item().value(), what.show(), at, action, at);
            return tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, ?, ?, ?, 1, ?, ?)
                    ON CONFLICT (user_id, kind, item_id) DO UPDATE SET plays = watched.plays + 1
                    """, user.value(), kind(what), what.item().value(), what.show(), at, at);
        });
    }

    public void addPlayback(UserId user, ItemRef what, Instant from, Instant until) {
        database.write(
                tx -> tx.update("""
                INSERT INTO watching (user_id, kind, item_id, show_id, checkin, started_at, expires_at, progress)
                VALUES (?, ?, ?, ?, FALSE, ?, ?, 0)
                """, user.value(), kind(what), what.item().value(), what.show(), from, until));
    }

    public void addCollected(UserId user, ItemRef what, Instant at) {
        database.write(tx -> tx.update(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, ?, ?, ?, ?)",
                user.value(),
                kind(what),
                what.item().value(),
                what.show(),
                at));
    }

    public void addToWatchlist(UserId user, ItemRef what, Instant at) {
        long id = ++number;
        database.write(
                tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                """, user.value(), kind(what), what.item().value(), what.show(), id, at));
    }

    /// Adds the item to a new list with this privacy.
    public void addToNewList(UserId user, ItemRef what, String privacy, Instant at) {
        long id = ++number;
        database.write(tx -> {
            tx.update("""
                    INSERT INTO list (user_id, list_id, name, name_key, slug, privacy, show_numbers, allow_comments,
                                      created_at, changed_at)
                    VALUES (?, ?, ?, ?, ?, ?, FALSE, TRUE, ?, ?)
                    """, user.value(), id, "list " + id, "list " + id, "list-" + id, privacy, at, at);
            return tx.update("""
                    INSERT INTO list_item (user_id, list_id, kind, item_id, entry_id, rank, listed_at)
                    VALUES (?, ?, ?, ?, ?, 1, ?)
                    """, user.value(), id, kind(what), what.item().value(), id, at);
        });
    }

    /// @param parent null unless it is a reply
    public void addComment(UserId user, ItemRef what, boolean review, @org.jspecify.annotations.Nullable Long parent) {
        long id = ++number;
        database.write(tx -> tx.update("""
                INSERT INTO comment (kind, item_id, comment_id, user_id, parent_id, text, text_key, review, spoiler,
                                     created_at)
                VALUES (?, ?, ?, ?, CAST(? AS BIGINT), 'words', 'words', ?, FALSE, 0)
                """, kind(what), what.item().value(), id, user.value(), parent, review));
    }

    private static int kind(ItemRef what) {
        return what.item().kind().number();
    }
}
