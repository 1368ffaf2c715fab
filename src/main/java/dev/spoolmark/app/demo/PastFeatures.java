package dev.spoolmark.app.demo;

import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.db.Database;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.scrobble.ExpiredCheckins;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.social.Follows;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.function.Consumer;

/// The features with data of users, in one transaction and at times in the past.
record PastFeatures(
        DemoClock clock,
        Scrobbles scrobbles,
        ExpiredCheckins expiredCheckins,
        PlayHistory plays,
        Playback playback,
        Ratings ratings,
        CollectionItems collection,
        Watchlist watchlist,
        Hidden hidden,
        Follows follows,
        Lists lists,
        Comments comments) {

    /// Runs `changes` in one transaction.
    static void change(Database database, Instant now, Consumer<PastFeatures> changes) {
        database.write(tx -> {
            changes.accept(over(new SingleTransaction(database.engine(), tx), new DemoClock(now)));
            return true;
        });
    }

    private static PastFeatures over(Database database, DemoClock clock) {
        ActivityStamps stamps = new ActivityStamps();
        Watchlist watchlist = new Watchlist(database, stamps, clock);
        PlayRecorder recorder = new PlayRecorder(stamps, watchlist);
        ExpiredCheckins checkins = new ExpiredCheckins(database, recorder, clock);
        Follows follows = new Follows(database, clock);
        return new PastFeatures(
                clock,
                new Scrobbles(database, recorder, checkins, clock),
                checkins,
                new PlayHistory(database, recorder, checkins, clock),
                new Playback(database, recorder, checkins, stamps, clock),
                new Ratings(database, stamps, clock),
                new CollectionItems(database, stamps, clock),
                watchlist,
                new Hidden(database, clock),
                follows,
                new Lists(database, clock, follows),
                new Comments(database, stamps, clock));
    }

    /// The same features, with the clock set to this time.
    PastFeatures at(Instant instant) {
        clock.set(instant);
        return this;
    }
}
