package dev.spoolmark.scrobble;

import dev.spoolmark.account.UserId;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Viewing;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What everyone watches right now. One slot a person: what a player says gives way to what it says next, a check-in
/// holds the slot until its time has run out (`conventions.md` 10).
public final class Scrobbles {

    /// Players speak up about every quarter of an hour; only who is silent for longer has stopped.
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final Database database;
    private final PlayRecorder recorder;
    private final DueCheckins due;
    private final InstantSource clock;
    private final WatchingStore store = new WatchingStore();

    public Scrobbles(Database database, PlayRecorder recorder, DueCheckins due, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.due = due;
        this.clock = clock;
    }

    /// Something plays, or still does. A check-in that is running stays.
    public void watch(UserId user, Playback playback) {
        Instant now = clock.instant();
        Duration left = Lengths.expected(playback)
                .multipliedBy(Playback.WHOLE - playback.progress())
                .dividedBy(Playback.WHOLE);
        Watching watching =
                new Watching(playback.item(), false, now, now.plus(left).plus(GRACE));
        database.write(tx -> {
            due.settle(tx, user, now);
            return store.goOn(tx, user, watching, playback).isPresent();
        });
    }

    /// It was watched, whatever the progress. False when that viewing was reported before.
    public boolean scrobble(UserId user, Playback playback) {
        Instant now = clock.instant();
        Viewing viewing = new Viewing(
                playback.item(),
                PlayAction.SCROBBLE,
                now,
                now,
                Lengths.shortest(playback),
                playback.app(),
                playback.progress());
        database.read(tx -> {
            recorder.refuseWhenFull(tx, user, playback.item());
            return true;
        });
        return database.write(tx -> keep(tx, user, viewing, now));
    }

    /// A person says they watch it from now on. Nobody reports the end: it becomes a play when its length has passed.
    public Checkin checkIn(UserId user, Playback playback) {
        Instant now = clock.instant();
        Watching wanted = new Watching(playback.item(), true, now, now.plus(Lengths.expected(playback)));
        return database.write(tx -> {
            due.settle(tx, user, now);
            return store.begin(tx, user, wanted, playback)
                    .<Checkin>map(Checkin.Begun::new)
                    .orElseGet(() -> busy(store.of(tx, user).orElse(wanted), now));
        });
    }

    /// Nothing plays any more, and nothing was watched. Leaves a check-in alone.
    public void cancelWatching(UserId user) {
        cancel(user, false);
    }

    /// The check-in was a mistake.
    public void cancelCheckin(UserId user) {
        cancel(user, true);
    }

    /// What one person watches right now.
    public Optional<Watching> watching(Sight sight) {
        due.settle(sight.owner());
        return database.read(tx -> store.of(tx, sight.owner()))
                .filter(watching -> watching.expiresAt().isAfter(clock.instant()));
    }

    private boolean keep(Tx tx, UserId user, Viewing viewing, Instant now) {
        due.settle(tx, user, now);
        boolean kept = recorder.record(tx, user, viewing, now);
        if (kept) {
            store.end(tx, user, viewing.item());
        }
        return kept;
    }

    private void cancel(UserId user, boolean checkin) {
        Instant now = clock.instant();
        database.write(tx -> {
            due.settle(tx, user, now);
            store.cancel(tx, user, checkin);
            return true;
        });
    }

    private static Checkin busy(Watching running, Instant now) {
        return new Checkin.Busy(running, Duration.between(now, running.expiresAt()));
    }
}
