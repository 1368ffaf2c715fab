package dev.spoolmark;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stores data of one user directly in the database, for tests of reads.
public final class UserRows {

    private static final int MOVIE = 1;
    private static final int EPISODE = 4;

    private final Database database;
    private final long user;

    public UserRows(Database database, Account account) {
        this.database = database;
        this.user = account.id().value();
    }

    /// @param action 1 scrobble, 2 check-in, 3 seen
    public void addPlay(ShowId show, EpisodeId episode, int action, Instant at) {
        play(EPISODE, episode.value(), show.value(), action, at);
    }

    public void addPlay(MovieId movie, int action, Instant at) {
        play(MOVIE, movie.value(), 0, action, at);
    }

    public void addUnseenMark(ShowId show, EpisodeId episode, Instant at) {
        database.write(tx -> tx.update("""
                INSERT INTO watched (user_id, kind, item_id, show_id, plays, unseen_at) VALUES (?, 4, ?, ?, 0, ?)
                """, user, episode.value(), show.value(), at));
    }

    public void addUnseenMark(MovieId movie, Instant at) {
        database.write(tx -> tx.update("""
                INSERT INTO watched (user_id, kind, item_id, show_id, plays, unseen_at) VALUES (?, 1, ?, 0, 0, ?)
                """, user, movie.value(), at));
    }

    public void addCollected(ShowId show, EpisodeId episode) {
        collect(EPISODE, episode.value(), show.value());
    }

    public void addCollected(MovieId movie) {
        collect(MOVIE, movie.value(), 0);
    }

    public void addToWatchlist(MediaId item, long show) {
        database.write(tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, ?, ?, ?, ?, 5, 1)
                """, user, item.kind().number(), item.value(), show, tx.newId("entry")));
    }

    public void addHidden(String section, ShowId show) {
        hide(section, show, show);
    }

    public void addHidden(String section, ShowId show, SeasonId season) {
        hide(section, show, season);
    }

    public void addComment(MediaId item, boolean review) {
        database.write(
                tx -> tx.update("""
                INSERT INTO user_comment (user_id, comment_id, kind, item_id, review, created_at)
                VALUES (?, ?, ?, ?, ?, 5)
                """, user, tx.newId("comment"), item.kind().number(), item.value(), review));
    }

    public void addRating(MediaId item, int score) {
        database.write(tx -> tx.update(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, ?, ?, ?, 5)",
                user,
                item.kind().number(),
                item.value(),
                score));
    }

    /// Sets the stamp of an area.
    public void setStamp(String area, Instant at) {
        database.write(tx -> {
            new ActivityStamps().touch(tx, new UserId(user), List.of(ActivityArea.of(area)), at);
            return true;
        });
    }

    private void play(int kind, long item, long show, int action, @Nullable Instant at) {
        database.write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, 0, ?, 5)
                    """, user, tx.newId("play"), kind, item, show, at, action);
            return tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, ?, ?, ?, 1, ?, ?)
                    ON CONFLICT (user_id, kind, item_id)
                    DO UPDATE SET plays = watched.plays + 1, last_at = excluded.last_at
                    """, user, kind, item, show, at, at);
        });
    }

    private void collect(int kind, long item, long show) {
        database.write(tx -> tx.update("""
                INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, ?, ?, ?, 5)
                """, user, kind, item, show));
    }

    private void hide(String section, ShowId show, MediaId item) {
        database.write(tx -> tx.update("""
                INSERT INTO hidden (user_id, section, kind, item_id, show_id, hidden_at) VALUES (?, ?, ?, ?, ?, 5)
                """, user, section, item.kind().number(), item.value(), show.value()));
    }
}
