package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Changes the times of several plays at once. A change can be undone for 10 minutes. The dedup windows stay as
/// they are: they belong to the reports of the viewings.
public final class PlayTimes {

    private static final int PLAYS_A_TRANSACTION = 500;
    private static final Duration UNDO_TIME = Duration.ofMinutes(10);

    private final Database database;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final HistoryPageStore pages = new HistoryPageStore();
    private final PlayEditStore plays = new PlayEditStore();
    private final ChangedPlayStore changedPlays = new ChangedPlayStore();

    PlayTimes(Database database, ActivityStamps stamps, InstantSource clock) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// A change that can be undone for 10 minutes.
    ///
    /// @param at identifies it among the changes of the user
    /// @param plays how many have another time now
    public record Change(Instant at, int plays) {}

    /// Moves plays in time. Plays of unknown time stay as they are, and ids that the user has no play of are
    /// skipped.
    ///
    /// @param shift from the time of a play to its new one
    /// @throws ProblemException with [Problem.Invalid] if one would have a time before 1900 or more than 24
    /// hours ahead; then none is changed
    public Change shift(UserId user, Collection<Long> ids, UnaryOperator<Instant> shift) {
        return change(user, ids, at -> at == null ? null : shift.apply(at));
    }

    /// Gives plays the same time.
    ///
    /// @param at null for an unknown time
    /// @throws ProblemException as [#shift] does
    public Change set(UserId user, Collection<Long> ids, @Nullable Instant at) {
        return change(user, ids, before -> at);
    }

    private Change change(UserId user, Collection<Long> ids, NewTime newTime) {
        Instant now = clock.instant();
        List<List<Long>> batches = ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(PLAYS_A_TRANSACTION))
                .toList();
        for (List<Long> batch : batches) {
            database.read(tx -> pages.find(tx, user, batch)).forEach(play -> check(newTime.of(play.watchedAt()), now));
        }
        return new Change(
                now,
                batches.stream()
                        .mapToInt(batch -> database.write(tx -> change(tx, user, batch, newTime, now)))
                        .sum());
    }

    private static void check(@Nullable Instant at, Instant now) {
        if (at != null && (at.isBefore(ValueLimits.FIRST_PLAY) || at.isAfter(now.plus(ValueLimits.PLAY_AHEAD)))) {
            throw new ProblemException(new Problem.Invalid("time"));
        }
    }

    private int change(Tx tx, UserId user, List<Long> ids, NewTime newTime, Instant now) {
        List<PlayEntry> found = pages.find(tx, user, ids).stream()
                .filter(play -> !Objects.equals(play.watchedAt(), newTime.of(play.watchedAt())))
                .toList();
        Map<PlayEntry, @Nullable Instant> times = new LinkedHashMap<>();
        found.forEach(play -> times.put(play, newTime.of(play.watchedAt())));
        if (!times.isEmpty()) {
            changedPlays.add(tx, user, times, now);
            set(tx, user, times, now);
        }
        return times.size();
    }

    private void set(Tx tx, UserId user, Map<PlayEntry, @Nullable Instant> times, Instant now) {
        List<PlayEntry> changed = List.copyOf(times.keySet());
        List<Watchable> items = changed.stream().map(PlayEntry::item).distinct().toList();
        guards.lock(tx, user, items);
        plays.setTimes(tx, user, times);
        PlayEditor.recount(tx, user, items);
        List<ActivityChange> changes = changed.stream()
                .flatMap(play -> PlayRecorder.changes(play.item(), Set.of(play.action()), false).stream())
                .toList();
        stamps.changed(tx, user, changes, now);
    }

    /// Gives plays the times that they had before a change. Those that were deleted or changed since then stay
    /// as they are.
    ///
    /// @param changedAt time of the change
    /// @return how many have their former time again; 0 after 10 minutes
    public int undo(UserId user, Instant changedAt) {
        Instant now = clock.instant();
        if (changedAt.isBefore(now.minus(UNDO_TIME))) {
            return 0;
        }
        int restored = 0;
        int[] rows = {0};
        do {
            restored += database.write(tx -> undo(tx, user, changedAt, now, rows));
        } while (rows[0] == PLAYS_A_TRANSACTION);
        return restored;
    }

    private int undo(Tx tx, UserId user, Instant changedAt, Instant now, int[] rows) {
        List<ChangedPlayStore.ChangedTime> changed = changedPlays.find(tx, user, changedAt, PLAYS_A_TRANSACTION);
        rows[0] = changed.size();
        List<Long> ids =
                changed.stream().map(ChangedPlayStore.ChangedTime::play).toList();
        Map<Long, PlayEntry> found = new LinkedHashMap<>();
        pages.find(tx, user, ids).forEach(play -> found.put(play.id(), play));
        Map<PlayEntry, @Nullable Instant> times = new LinkedHashMap<>();
        for (ChangedPlayStore.ChangedTime change : changed) {
            PlayEntry play = found.get(change.play());
            if (play != null && Objects.equals(play.watchedAt(), change.after())) {
                times.put(play, change.before());
            }
        }
        if (!times.isEmpty()) {
            set(tx, user, times, now);
        }
        changedPlays.remove(tx, user, changedAt, ids);
        return times.size();
    }

    /// Deletes what can no longer be undone, of all users.
    public int purgeExpired() {
        Instant before = clock.instant().minus(UNDO_TIME);
        return database.write(tx -> changedPlays.purge(tx, before));
    }

    /// What a deleted account leaves in the table of this class.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("changed_play", "changed_at", "play_id"));
    }

    /// From the time of a play to its new one; null is an unknown time.
    @FunctionalInterface
    private interface NewTime {

        @Nullable
        Instant of(@Nullable Instant before);
    }
}
