package dev.spoolmark.scrobble;

import dev.spoolmark.account.UserId;
import dev.spoolmark.history.DuePlays;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Viewing;
import dev.spoolmark.scrobble.WatchingStore.Finished;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Turns check-ins into plays when their time has run out: for whoever looks first, and in a sweep for the rest.
public final class DueCheckins implements DuePlays {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final PlayRecorder recorder;
    private final InstantSource clock;
    private final WatchingStore store = new WatchingStore();

    public DueCheckins(Database database, PlayRecorder recorder, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void settle(UserId person) {
        Instant now = clock.instant();
        if (database.read(tx -> store.hasFinished(tx, person, now))) {
            database.write(tx -> settle(tx, person, now));
        }
    }

    /// Writes down whatever is due of anybody, and forgets what players stopped talking about.
    public void sweep() {
        Instant now = clock.instant();
        List<UserId> some = expired(now);
        while (!some.isEmpty()) {
            for (UserId person : some) {
                database.write(tx -> {
                    settle(tx, person, now);
                    store.forgetExpired(tx, person, now);
                    return true;
                });
            }
            some = expired(now);
        }
        for (UserId person : database.read(tx -> store.ahead(tx, now, AT_ONCE))) {
            database.write(tx -> {
                settle(tx, person, now);
                store.beginAgain(tx, person, now);
                return true;
            });
        }
    }

    private List<UserId> expired(Instant now) {
        return database.read(tx -> store.expired(tx, now, AT_ONCE));
    }

    /// Inside a transaction that is about to change the same person's slot or plays. The play has the time of the
    /// check-in, and the guard treats it as if it had been written down when that ended.
    boolean settle(Tx tx, UserId person, Instant now) {
        return store.takeFinished(tx, person, now)
                .map(finished -> recorder.record(tx, person, viewing(finished, now), now))
                .orElse(false);
    }

    private static Viewing viewing(Finished finished, Instant now) {
        Watching over = finished.watching();
        return new Viewing(
                over.item(),
                PlayAction.CHECKIN,
                earlier(over.startedAt(), now),
                earlier(over.expiresAt(), now),
                over.length(),
                finished.app(),
                Playback.WHOLE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
