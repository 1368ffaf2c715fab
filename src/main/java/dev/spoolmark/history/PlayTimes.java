package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;

/// Changes the times of plays, also of several at once. A change can be undone for 10 minutes. The dedup windows
/// stay as they are: they belong to the reports of the viewings.
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

    /// What became of the change of one play.
    public sealed interface Result {

        /// It has the new time; the change has no plays if it had it before.
        record Changed(Change change) implements Result {}

        /// It has another time than the caller knew, and keeps it.
        record Outdated(WatchedTime present) implements Result {}

        /// The user has no such play.
        record Gone() implements Result {}
    }

    /// Moves plays in time. Plays of unknown time stay as they are, and ids that the user has no play of are
    /// skipped. A day, a month or a year stays one: that in which the new time lies, in UTC.
    ///
    /// @param shift from the time of a play to its new one
    /// @throws ProblemException with [Problem.Invalid] if one would have a time before 1900 or more than 24
    /// hours ahead; then none is changed
    public Change shift(UserId user, Collection<Long> ids, UnaryOperator<Instant> shift) {
        return change(user, ids, time -> shifted(time, shift));
    }

    private static WatchedTime shifted(WatchedTime time, UnaryOperator<Instant> shift) {
        Instant at = time.at();
        if (at == null) {
            return time;
        }
        Instant shifted = shift.apply(at);
        return time.precision().isDate()
                ? WatchedTime.of(LocalDate.ofInstant(shifted, ZoneOffset.UTC), time.precision())
                : WatchedTime.of(shifted);
    }

    /// Gives plays the same time.
    ///
    /// @throws ProblemException as [#shift] does
    public Change set(UserId user, Collection<Long> ids, WatchedTime time) {
        return change(user, ids, before -> time);
    }

    /// Sets the time of one play, unless it was changed after the caller has read it. The dedup window stays as it
    /// is: it belongs to the reports of the viewing, and a repetition of one of them is still no new play.
    ///
    /// @param known the time that the caller has read
    /// @throws ProblemException as [#shift] does
    public Result set(UserId user, long id, WatchedTime known, WatchedTime time) {
        Instant now = clock.instant();
        check(time, now);
        return database.write(tx -> {
            List<PlayEntry> found = pages.find(tx, user, List.of(id));
            if (found.isEmpty()) {
                return new Result.Gone();
            }
            WatchedTime present = found.getFirst().time();
            return present.equals(known) || present.equals(time)
                    ? new Result.Changed(new Change(now, change(tx, user, List.of(id), before -> time, now)))
                    : new Result.Outdated(present);
        });
    }

    private Change change(UserId user, Collection<Long> ids, UnaryOperator<WatchedTime> newTime) {
        Instant now = clock.instant();
        List<List<Long>> batches = ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(PLAYS_A_TRANSACTION))
                .toList();
        for (List<Long> batch : batches) {
            database.read(tx -> pages.find(tx, user, batch)).forEach(play -> check(newTime.apply(play.time()), now));
        }
        return new Change(
                now,
                batches.stream()
                        .mapToInt(batch -> database.write(tx -> change(tx, user, batch, newTime, now)))
                        .sum());
    }

    private static void check(WatchedTime time, Instant now) {
        if (time.isOutOfRange(now)) {
            throw new ProblemException(new Problem.Invalid("time"));
        }
    }

    private int change(Tx tx, UserId user, List<Long> ids, UnaryOperator<WatchedTime> newTime, Instant now) {
        Map<PlayEntry, WatchedTime> times = new LinkedHashMap<>();
        for (PlayEntry play : pages.find(tx, user, ids)) {
            WatchedTime time = newTime.apply(play.time());
            if (!time.equals(play.time())) {
                times.put(play, time);
            }
        }
        if (!times.isEmpty()) {
            changedPlays.add(tx, user, times, now);
            set(tx, user, times, now);
        }
        return times.size();
    }

    private void set(Tx tx, UserId user, Map<PlayEntry, WatchedTime> times, Instant now) {
        List<PlayEntry> changed = List.copyOf(times.keySet());
        List<Watchable> items = changed.stream().map(PlayEntry::item).distinct().toList();
        guards.lock(tx, user, items);
        plays.setTimes(tx, user, times);
        WatchedRebuildStore.recount(tx, user, items);
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
        Map<PlayEntry, WatchedTime> times = new LinkedHashMap<>();
        for (ChangedPlayStore.ChangedTime change : changed) {
            PlayEntry play = found.get(change.play());
            if (play != null && play.time().equals(change.after())) {
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
}
