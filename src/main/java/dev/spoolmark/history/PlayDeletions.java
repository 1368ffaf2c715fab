package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

/// Deletes several plays at once. The last deletion of a user can be undone for 10 minutes.
public final class PlayDeletions {

    private static final int PLAYS_A_TRANSACTION = 500;
    private static final Duration UNDO_TIME = Duration.ofMinutes(10);

    private final Database database;
    private final PlayRecorder recorder;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final HistoryPageStore pages = new HistoryPageStore();
    private final PlayEditStore plays = new PlayEditStore();
    private final DeletedPlayStore deletedPlays = new DeletedPlayStore();

    PlayDeletions(Database database, PlayRecorder recorder, ActivityStamps stamps, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// Moves deleted plays that can be put back, when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(DeletedPlayStore.TABLE, Optional.empty(), stamps);
    }

    /// Deletes plays of the user. Ids that the user has no play of are skipped, so repeating a call does no harm.
    ///
    /// @return the deleted plays
    public List<PlayEntry> delete(UserId user, Collection<Long> ids) {
        Instant now = clock.instant();
        return ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(PLAYS_A_TRANSACTION))
                .flatMap(batch -> database.write(tx -> delete(tx, user, batch, now)).stream())
                .toList();
    }

    private List<PlayEntry> delete(Tx tx, UserId user, List<Long> ids, Instant now) {
        List<PlayEntry> found = pages.find(tx, user, ids);
        if (found.isEmpty()) {
            return found;
        }
        guards.lock(tx, user, items(found));
        List<Long> stored = found.stream().map(PlayEntry::id).toList();
        deletedPlays.add(tx, user, stored, now);
        Set<Long> deleted = plays.delete(tx, user, stored);
        List<PlayEntry> result =
                found.stream().filter(play -> deleted.contains(play.id())).toList();
        plays.endWindows(tx, user, result);
        WatchedRebuildStore.recount(tx, user, items(result));
        stamp(tx, user, result, true, now);
        return result;
    }

    /// How many plays of the last deletion can be put back.
    public int restorable(UserId user) {
        Instant since = clock.instant().minus(UNDO_TIME);
        return database.read(tx -> deletedPlays.count(tx, user, since));
    }

    /// Puts the plays of the last deletion back, if it is at most 10 minutes ago. Repeating a call does no harm.
    /// The dedup windows stay closed.
    ///
    /// @return how many plays are back
    /// @throws ProblemException with [dev.spoolmark.core.Problem.TooMany] if the user would have more than the
    /// highest number of plays
    public int restore(UserId user) {
        Instant now = clock.instant();
        int restored = 0;
        int batch;
        do {
            batch = database.write(tx -> restoreBatch(tx, user, now));
            restored += batch;
        } while (batch == PLAYS_A_TRANSACTION);
        return restored;
    }

    private int restoreBatch(Tx tx, UserId user, Instant now) {
        List<PlayEntry> found = deletedPlays.find(tx, user, now.minus(UNDO_TIME), PLAYS_A_TRANSACTION);
        if (!found.isEmpty()) {
            recorder.refuseBeyondQuota(tx, user, found.size());
            guards.lock(tx, user, items(found));
            plays.restore(tx, user, found);
            deletedPlays.remove(tx, user, found);
            WatchedRebuildStore.recount(tx, user, items(found));
            stamp(tx, user, found, false, now);
        }
        return found.size();
    }

    /// Deletes what can no longer be put back, of all users.
    public int purgeExpired() {
        Instant before = clock.instant().minus(UNDO_TIME);
        return database.write(tx -> deletedPlays.purge(tx, before));
    }

    private static List<Watchable> items(List<PlayEntry> plays) {
        return plays.stream().map(PlayEntry::item).distinct().toList();
    }

    private void stamp(Tx tx, UserId user, List<PlayEntry> changed, boolean isRemoval, Instant now) {
        List<ActivityChange> changes = changed.stream()
                .flatMap(play -> PlayRecorder.changes(play.item(), Set.of(play.action()), isRemoval).stream())
                .toList();
        stamps.changed(tx, user, changes, now);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("deleted_play", "kind", "item_id", "play_id"));
    }
}
