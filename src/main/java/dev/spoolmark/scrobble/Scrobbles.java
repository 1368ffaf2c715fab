package dev.spoolmark.scrobble;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.PlayReport;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What users are watching. Each user has one slot: a report of a player replaces the one before; a check-in
/// holds the slot until it ends (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
public final class Scrobbles {

    /// Players report about every 15 minutes; after a longer silence, the playback has ended.
    static final Duration GRACE = Duration.ofMinutes(15);

    private final Database database;
    private final PlayRecorder recorder;
    private final ExpiredCheckins expiredCheckins;
    private final InstantSource clock;
    private final NowWatchingStore store = new NowWatchingStore();

    public Scrobbles(Database database, PlayRecorder recorder, ExpiredCheckins expiredCheckins, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.expiredCheckins = expiredCheckins;
        this.clock = clock;
    }

    /// Playback of an item has begun or continues. A running check-in stays.
    public void watch(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        Duration remaining = Runtimes.expected(playback)
                .multipliedBy(PlaybackReport.MAX_PERCENT - playback.progress())
                .dividedBy(PlaybackReport.MAX_PERCENT);
        NowWatching watching =
                new NowWatching(playback.item(), false, now, now.plus(remaining).plus(GRACE));
        database.write(tx -> {
            expiredCheckins.finish(tx, user, now);
            return store.refresh(tx, user, watching, playback).isPresent();
        });
    }

    /// The item was watched, at any progress.
    ///
    /// @return false if this viewing was reported before
    public boolean scrobble(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        PlayReport viewing = new PlayReport(
                playback.item(),
                PlayAction.SCROBBLE,
                now,
                now,
                Runtimes.shortest(playback),
                playback.app(),
                playback.progress());
        database.read(tx -> {
            recorder.enforceQuota(tx, user, playback.item());
            return true;
        });
        return database.write(tx -> save(tx, user, viewing, now));
    }

    /// Checks in to an item. No report marks the end: the check-in becomes a play when its runtime has
    /// passed.
    public Checkin checkIn(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        NowWatching requested = new NowWatching(playback.item(), true, now, now.plus(Runtimes.expected(playback)));
        return database.write(tx -> {
            expiredCheckins.finish(tx, user, now);
            return store.start(tx, user, requested, playback)
                    .<Checkin>map(Checkin.Started::new)
                    .orElseGet(() -> busy(store.of(tx, user).orElse(requested), now));
        });
    }

    /// Playback has ended without a play. A check-in stays.
    public void cancelWatching(UserId user) {
        cancel(user, false);
    }

    /// Cancels the check-in.
    public void cancelCheckin(UserId user) {
        cancel(user, true);
    }

    /// What the owner of a profile is watching now.
    public Optional<NowWatching> watching(ProfileView profile) {
        expiredCheckins.flush(profile.owner(ProfileSection.WATCHING));
        return database.read(tx -> store.of(tx, profile.owner(ProfileSection.WATCHING)))
                .filter(watching -> watching.expiresAt().isAfter(clock.instant()));
    }

    private boolean save(Tx tx, UserId user, PlayReport viewing, Instant now) {
        expiredCheckins.finish(tx, user, now);
        boolean stored = recorder.record(tx, user, viewing, now);
        if (stored) {
            store.end(tx, user, viewing.item());
        }
        return stored;
    }

    private void cancel(UserId user, boolean checkin) {
        Instant now = clock.instant();
        database.write(tx -> {
            expiredCheckins.finish(tx, user, now);
            store.cancel(tx, user, checkin);
            return true;
        });
    }

    private static Checkin busy(NowWatching running, Instant now) {
        return new Checkin.Busy(running, Duration.between(now, running.expiresAt()));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("watching"), UserRows.of("playback_progress", "kind", "item_id"));
    }
}
