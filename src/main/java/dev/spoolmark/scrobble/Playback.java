package dev.spoolmark.scrobble;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
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
import org.jspecify.annotations.Nullable;

/// Playback as media players report it: start, pause and stop, with resume points. A check-in that runs keeps its
/// slot.
public final class Playback {

    /// From this progress on, a stopped playback is a play; in 1/100 %.
    static final int WATCHED_PERCENT = 8_000;

    /// Below this progress, nothing is stored; in 1/100 %.
    static final int MIN_PROGRESS = 100;

    /// The highest number of resume points of one user (`docs/security.md#quotas`).
    static final int MAX_RESUME_POINTS = 10_000;

    private final Database database;
    private final PlayRecorder recorder;
    private final ExpiredCheckins checkins;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final NowWatchingStore watchingStore = new NowWatchingStore();
    private final PlaybackProgressStore store = new PlaybackProgressStore();

    public Playback(
            Database database,
            PlayRecorder recorder,
            ExpiredCheckins checkins,
            ActivityStamps stamps,
            InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.checkins = checkins;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// All resume points as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(PlaybackProgressStore.TABLE);
    }

    /// Moves resume points when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(PlaybackProgressStore.TABLE, ActivityType.PAUSED, stamps);
    }

    /// The user watches the item from now on. Removes its resume point, and replaces another playback. Repeated
    /// for the same item, it only updates the progress.
    public void start(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        Duration length = Runtimes.expected(playback);
        Duration watched = length.multipliedBy(playback.progress()).dividedBy(PlaybackReport.MAX_PERCENT);
        NowWatching slot = new NowWatching(
                playback.item(),
                false,
                now.minus(watched),
                now.plus(length).minus(watched).plus(Scrobbles.GRACE));
        database.write(tx -> {
            checkins.finish(tx, user, now);
            removeResumePoint(tx, user, playback.item().id(), now);
            return watchingStore.refresh(tx, user, slot, playback).isPresent();
        });
    }

    /// The user pauses. Stores a resume point from 1 % on; a pause is never a play.
    ///
    /// @throws ProblemException with [Problem.TooMany] if the user has 10,000 resume points
    public void pause(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        database.write(tx -> {
            checkins.finish(tx, user, now);
            return pause(tx, user, playback, now);
        });
    }

    /// The user stops. From 80 % on the item has been watched; below, this is a pause.
    ///
    /// @throws ProblemException with [Problem.TooMany] if the user has the highest number of plays or resume
    /// points
    public StopResult stop(UserId user, PlaybackReport playback) {
        Instant now = clock.instant();
        if (playback.progress() < WATCHED_PERCENT) {
            pause(user, playback);
            return playback.progress() < MIN_PROGRESS ? new StopResult.Ignored() : new StopResult.Paused();
        }
        PlayReport report = new PlayReport(
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
        return database.write(tx -> finish(tx, user, report, now));
    }

    /// The resume points for movies or for episodes, newest first.
    public List<ResumePoint> resumePoints(ProfileView profile, Kind kind) {
        checkins.flush(profile.owner(ProfileSection.PROGRESS));
        return database.read(tx -> store.of(tx, profile.owner(ProfileSection.PROGRESS), kind));
    }

    /// The resume points for movies and episodes, by kind and id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<ResumePoint> page(ProfileView profile, @Nullable ResumePoint after, int max) {
        MediaId item = after == null ? null : after.item();
        return database.read(tx -> store.page(tx, profile.owner(ProfileSection.PROGRESS), item, max));
    }

    /// Removes the resume point of an item.
    ///
    /// @return whether there was one
    public boolean removeResumePoint(UserId user, MediaId item) {
        Instant now = clock.instant();
        return database.write(tx -> removeResumePoint(tx, user, item, now));
    }

    /// The resume point of an item.
    public Optional<ResumePoint> resumePoint(ProfileView profile, MediaId item) {
        return database.read(tx -> store.find(tx, profile.owner(ProfileSection.PROGRESS), item));
    }

    /// Stores a resume point again that was removed.
    ///
    /// @return false if the item has a resume point, which is newer
    public boolean restoreResumePoint(UserId user, ResumePoint removed) {
        Instant now = clock.instant();
        return database.write(tx -> {
            boolean isRestored = store.restore(tx, user, removed);
            if (isRestored) {
                stamps.changed(tx, user, List.of(ActivityChange.added(ActivityType.PAUSED, removed.item())), now);
            }
            return isRestored;
        });
    }

    private boolean pause(Tx tx, UserId user, PlaybackReport playback, Instant now) {
        watchingStore.cancel(tx, user, false);
        if (playback.progress() < MIN_PROGRESS) {
            return false;
        }
        MediaId item = playback.item().id();
        // The stamp comes first: of two concurrent requests of one user, the second waits here.
        stamps.changed(tx, user, List.of(ActivityChange.added(ActivityType.PAUSED, item)), now);
        if (PlaybackProgressStore.TABLE
                        .existing(tx, user.value(), List.of(item))
                        .isEmpty()
                && PlaybackProgressStore.TABLE.count(tx, user.value()) >= MAX_RESUME_POINTS) {
            throw new ProblemException(new Problem.TooMany(MAX_RESUME_POINTS, "resume points"));
        }
        store.save(tx, user, playback, now);
        return true;
    }

    private StopResult finish(Tx tx, UserId user, PlayReport report, Instant now) {
        checkins.finish(tx, user, now);
        boolean stored = recorder.record(tx, user, report, now);
        watchingStore.end(tx, user, report.item());
        removeResumePoint(tx, user, report.item().id(), now);
        return stored
                ? new StopResult.Scrobbled()
                : recorder.window(tx, user, report.item())
                        .<StopResult>map(window -> new StopResult.Repeated(window.playedAt(), window.endsAt()))
                        .orElseThrow(() -> new IllegalStateException("a repeated play has no window"));
    }

    private boolean removeResumePoint(Tx tx, UserId user, MediaId item, Instant now) {
        List<MediaId> removed = PlaybackProgressStore.TABLE.remove(tx, user.value(), List.of(item));
        stamps.changed(tx, user, ActivityChange.removed(ActivityType.PAUSED, removed), now);
        return !removed.isEmpty();
    }
}
