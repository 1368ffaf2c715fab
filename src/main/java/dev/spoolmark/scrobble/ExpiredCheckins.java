package dev.spoolmark.scrobble;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.PlayReport;
import dev.spoolmark.scrobble.NowWatchingStore.Finished;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Stores plays for check-ins that have ended: for one user on the next access, for all users periodically.
public final class ExpiredCheckins implements PendingPlays {

    private static final int BATCH_SIZE = 500;

    private final Database database;
    private final PlayRecorder recorder;
    private final InstantSource clock;
    private final NowWatchingStore store = new NowWatchingStore();

    public ExpiredCheckins(Database database, PlayRecorder recorder, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void flush(UserId user) {
        Instant now = clock.instant();
        if (database.read(tx -> store.hasFinished(tx, user, now))) {
            database.write(tx -> finish(tx, user, now));
        }
    }

    /// Stores all pending plays, and deletes expired playbacks.
    public void sweep() {
        Instant now = clock.instant();
        List<UserId> batch = expired(now);
        while (!batch.isEmpty()) {
            for (UserId user : batch) {
                database.write(tx -> {
                    finish(tx, user, now);
                    store.deleteExpired(tx, user, now);
                    return true;
                });
            }
            batch = expired(now);
        }
        for (UserId user : database.read(tx -> store.inFuture(tx, now, BATCH_SIZE))) {
            database.write(tx -> {
                finish(tx, user, now);
                store.restart(tx, user, now);
                return true;
            });
        }
    }

    private List<UserId> expired(Instant now) {
        return database.read(tx -> store.expired(tx, now, BATCH_SIZE));
    }

    /// Runs in a transaction that is about to change the slot or the plays of the user. The play has the time
    /// of the check-in; the dedup window is that of its end.
    boolean finish(Tx tx, UserId user, Instant now) {
        return store.claimFinished(tx, user, now)
                .map(finished -> recorder.record(tx, user, toReport(finished, now), now))
                .orElse(false);
    }

    private static PlayReport toReport(Finished finished, Instant now) {
        NowWatching over = finished.watching();
        return new PlayReport(
                over.item(),
                PlayAction.CHECKIN,
                earlier(over.startedAt(), now),
                earlier(over.expiresAt(), now),
                over.length(),
                finished.app(),
                PlaybackReport.MAX_PERCENT);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
