package dev.spoolmark.history;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.idempotency.EarlierRequest;
import dev.spoolmark.idempotency.IdempotencyKey;
import dev.spoolmark.idempotency.IdempotencyKeys;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays that users add, delete and restore one by one, and the undo of what was added.
///
/// Everything that one call adds has the same time of storage, which identifies it for [#undo].
public final class PlayAdditions {

    private static final int ITEMS_A_TRANSACTION = 500;

    /// The end of a viewing, as [PlayReport] counts progress.
    private static final int COMPLETE = 10_000;

    private final Database database;
    private final PlayRecorder recorder;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final PlayAdditionStore plays = new PlayAdditionStore();
    private final PlayEditStore edits = new PlayEditStore();
    private final DeletedPlayStore deletedPlays = new DeletedPlayStore();
    private final IdempotencyKeys keys = new IdempotencyKeys();

    public PlayAdditions(Database database, PlayRecorder recorder, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
    }

    /// Plays that were added.
    ///
    /// @param storedAt identifies them for [#undo]
    /// @param items 0 if all of them were stored before
    public record Added(Instant storedAt, int items) {}

    /// The user has just watched an item. Within the dedup window of a viewing that a player has reported, this is
    /// the same viewing (`docs/scaling.md#exactly-once-plays`).
    ///
    /// @param runtime null if unknown
    /// @throws ProblemException with [Problem.TooMany] if the user has the highest number of plays
    public Added watchedNow(UserId user, Watchable item, @Nullable Duration runtime) {
        return watchedNow(user, item, runtime, null);
    }

    /// The same, carried out once for each key.
    ///
    /// @param key null for none
    public Added watchedNow(UserId user, Watchable item, @Nullable Duration runtime, @Nullable IdempotencyKey key) {
        Instant now = now();
        pendingPlays.flush(user);
        PlayReport report = new PlayReport(item, PlayAction.SEEN, now, now, runtime, null, COMPLETE);
        return database.write(tx -> once(tx, user, key, now, () -> {
            recorder.enforceQuota(tx, user, item);
            return recorder.record(tx, user, report, now) ? 1 : 0;
        }));
    }

    /// The user watched an item at a time, or at an unknown one. This adds at most one play at each time, and at
    /// most one at an unknown time, so repeating the call adds nothing. A viewing that a player has reported
    /// around that time is the same one (`docs/scaling.md#exactly-once-plays`).
    ///
    /// @param at null if unknown
    /// @param runtime null if unknown
    /// @throws ProblemException with [Problem.TooMany] if the user has the highest number of plays, with
    /// [Problem.Invalid] if `at` is in the future
    public Added watchedAt(UserId user, Watchable item, @Nullable Instant at, @Nullable Duration runtime) {
        return watchedAt(user, item, WatchedTime.of(at), runtime, null);
    }

    /// The same, carried out once for each key: also when the play was deleted in the meantime.
    ///
    /// @param key null for none
    public Added watchedAt(
            UserId user, Watchable item, WatchedTime time, @Nullable Duration runtime, @Nullable IdempotencyKey key) {
        return add(user, item, time, PlayAction.SEEN, PlayReport.window(item.kind(), runtime), key);
    }

    /// The user watched an item once more, at an unknown time. Unlike [#watchedAt] this adds a play also if there
    /// is one at an unknown time.
    ///
    /// @param key identifies repetitions of the request, which add nothing; null for none
    /// @throws ProblemException with [Problem.TooMany] if the user has the highest number of plays
    public Added watchedOnceMore(UserId user, Watchable item, @Nullable IdempotencyKey key) {
        Instant now = now();
        pendingPlays.flush(user);
        return database.write(tx -> once(tx, user, key, now, () -> {
            recorder.lock(tx, user, List.of(item));
            recorder.enforceQuota(tx, user, item);
            plays.addAnother(tx, user, tx.newId("play"), item, PlayAction.SEEN, now);
            afterAdding(tx, user, item, PlayAction.SEEN, now);
            return 1;
        }));
    }

    /// Adds a play again that was deleted. Repeating the call adds nothing.
    ///
    /// @throws ProblemException as [#watchedAt]
    public Added restore(UserId user, PlayEntry deleted) {
        Instant now = now();
        return database.write(tx -> restore(tx, user, deleted, now))
                ? new Added(now, 1)
                : add(user, deleted.item(), deleted.time(), deleted.action(), Duration.ZERO, null);
    }

    /// Whether it was among the plays of the last deletion, and is back.
    private boolean restore(Tx tx, UserId user, PlayEntry deleted, Instant now) {
        Watchable item = deleted.item();
        recorder.lock(tx, user, List.of(item));
        List<PlayEntry> found = deletedPlays.ofItem(tx, user, item.id()).stream()
                .filter(play -> play.time().equals(deleted.time()) && play.action() == deleted.action())
                .limit(1)
                .toList();
        if (found.isEmpty()) {
            return false;
        }
        recorder.enforceQuota(tx, user, item);
        edits.restore(tx, user, found);
        deletedPlays.remove(tx, user, found);
        afterAdding(tx, user, item, deleted.action(), now);
        return true;
    }

    /// Stores the plays of check-ins of a user that have ended. Before [#watchedTogether], outside its
    /// transaction.
    public void flush(UserId user) {
        pendingPlays.flush(user);
    }

    /// The user watched an item together with another one, in a transaction of the caller. Any play of the item
    /// around that time is the same viewing, however it was recorded.
    ///
    /// @param runtime null if unknown
    /// @return whether a play was added
    /// @throws ProblemException as [#watchedAt]
    public boolean watchedTogether(
            Tx tx, UserId user, Watchable item, WatchedTime time, @Nullable Duration runtime, Instant now) {
        recorder.lock(tx, user, List.of(item));
        Instant at = time.at();
        Duration window = PlayReport.window(item.kind(), runtime);
        if (at != null && plays.isNear(tx, user, item, at, window)) {
            return false;
        }
        recorder.enforceQuota(tx, user, item);
        return insert(tx, user, item, time, PlayAction.SEEN, now);
    }

    private boolean insert(Tx tx, UserId user, Watchable item, WatchedTime time, PlayAction action, Instant now) {
        boolean added = plays.add(tx, user, tx.newId("play"), item, time, action, now);
        if (added) {
            afterAdding(tx, user, item, action, now);
        }
        return added;
    }

    private void afterAdding(Tx tx, UserId user, Watchable item, PlayAction action, Instant now) {
        WatchedRebuildStore.recount(tx, user, List.of(item));
        recorder.afterAdding(tx, user, item, action, now);
    }

    private Added add(
            UserId user,
            Watchable item,
            WatchedTime time,
            PlayAction action,
            Duration window,
            @Nullable IdempotencyKey key) {
        Instant now = now();
        Instant at = time.at();
        if (time.isAhead(now)) {
            throw new ProblemException(new Problem.Invalid("watched_at"));
        }
        pendingPlays.flush(user);
        return database.write(tx -> once(tx, user, key, now, () -> {
            recorder.lock(tx, user, List.of(item));
            recorder.enforceQuota(tx, user, item);
            boolean added = (at == null || !plays.isReportedNear(tx, user, item, at, window))
                    && insert(tx, user, item, time, action, now);
            return added ? 1 : 0;
        }));
    }

    private Added once(Tx tx, UserId user, @Nullable IdempotencyKey key, Instant now, IntSupplier action) {
        return key == null ? new Added(now, action.getAsInt()) : added(keys.once(tx, user, key, now, action));
    }

    private static Added added(EarlierRequest request) {
        return new Added(request.at(), request.result());
    }

    /// Marks items as watched, each once. Those that have plays keep them.
    ///
    /// @throws ProblemException with [Problem.TooMany], before anything is stored, if the user would have more
    /// than the highest number of plays
    public Added markWatched(UserId user, Collection<MarkedWatched> all) {
        return markWatched(user, all, List.of(), null);
    }

    /// The same with items that the user has watched again, which get a further play, and carried out once for
    /// each key. The key is used with the last transaction; repeating the others adds nothing.
    ///
    /// @param again items with plays, such as of an earlier run through a show
    /// @param key null for none
    public Added markWatched(
            UserId user, Collection<MarkedWatched> all, Collection<MarkedWatched> again, @Nullable IdempotencyKey key) {
        Instant now = now();
        pendingPlays.flush(user);
        Optional<EarlierRequest> earlier = database.read(tx -> {
            recorder.refuseBeyondQuota(tx, user, all.size() + again.size());
            return key == null ? Optional.empty() : keys.find(tx, user, key);
        });
        if (earlier.isPresent()) {
            return added(earlier.get());
        }
        Added added = new Added(now, 0);
        Iterator<MarkedBatch> batches = Stream.concat(MarkedBatch.of(again, true), MarkedBatch.of(all, false))
                .iterator();
        while (batches.hasNext()) {
            MarkedBatch batch = batches.next();
            int before = added.items();
            IdempotencyKey used = batches.hasNext() ? null : key;
            added = database.write(tx -> once(tx, user, used, now, () -> before + add(tx, user, batch, now)));
        }
        return added;
    }

    /// Items of one transaction.
    ///
    /// @param isAgain whether they get a further play
    private record MarkedBatch(List<MarkedWatched> marks, boolean isAgain) {

        static Stream<MarkedBatch> of(Collection<MarkedWatched> marks, boolean isAgain) {
            return marks.stream()
                    .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                    .map(batch -> new MarkedBatch(batch, isAgain));
        }
    }

    /// Adds at most one play of an item at each time, and at most one at an unknown time.
    private int add(Tx tx, UserId user, MarkedBatch batch, Instant now) {
        if (!batch.isAgain()) {
            return recorder.markWatched(tx, user, batch.marks(), null, now).size();
        }
        List<Watchable> items = batch.marks().stream().map(MarkedWatched::item).toList();
        recorder.lock(tx, user, items);
        List<Watchable> added = batch.marks().stream()
                .filter(mark -> plays.add(tx, user, tx.newId("play"), mark.item(), mark.time(), PlayAction.SEEN, now))
                .map(MarkedWatched::item)
                .toList();
        WatchedRebuildStore.recount(tx, user, added);
        added.forEach(item -> recorder.afterAdding(tx, user, item, PlayAction.SEEN, now));
        return added.size();
    }

    /// The newest plays of a movie or an episode; those at an unknown time last.
    public List<PlayEntry> of(ProfileView profile, MediaId item, int limit) {
        UserId user = profile.owner(ProfileSection.HISTORY);
        pendingPlays.flush(user);
        return database.read(tx -> plays.of(tx, user, item, limit));
    }

    /// Deletes a play.
    ///
    /// @return the play, empty if the user has no such play
    public Optional<PlayEntry> delete(UserId user, long id) {
        Instant now = now();
        pendingPlays.flush(user);
        return database.write(tx -> {
            Optional<PlayEntry> found = plays.find(tx, user, id);
            if (found.isEmpty()) {
                return found;
            }
            recorder.lock(tx, user, List.of(found.get().item()));
            deletedPlays.add(tx, user, List.of(id), now);
            return remove(tx, user, List.of(found.get()), now) == 1 ? found : Optional.empty();
        });
    }

    /// What one call has added to these items, at most 500.
    ///
    /// @param storedAt of that call
    public List<PlayEntry> added(UserId user, Collection<? extends MediaId> items, Instant storedAt) {
        return database.read(tx -> plays.storedAt(tx, user, items, storedAt)).stream()
                .limit(ITEMS_A_TRANSACTION)
                .toList();
    }

    /// Deletes what one call has added to these items.
    ///
    /// @return the number of deleted plays; 0 if they were deleted before
    public int undo(UserId user, Collection<Watchable> items, Instant storedAt) {
        Instant now = now();
        return items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToInt(batch -> database.write(tx -> undo(tx, user, batch, storedAt, now)))
                .sum();
    }

    private int undo(Tx tx, UserId user, List<Watchable> items, Instant storedAt, Instant now) {
        List<PlayEntry> added =
                plays.storedAt(tx, user, items.stream().map(Watchable::id).toList(), storedAt);
        if (added.isEmpty()) {
            return 0;
        }
        recorder.lock(tx, user, added.stream().map(PlayEntry::item).distinct().toList());
        return remove(tx, user, added, now);
    }

    /// The dedup rows of the items are locked.
    private int remove(Tx tx, UserId user, List<PlayEntry> removed, Instant now) {
        int count = plays.remove(tx, user, removed.stream().map(PlayEntry::id).toList());
        WatchedRebuildStore.recount(
                tx, user, removed.stream().map(PlayEntry::item).distinct().toList());
        recorder.afterRemoving(tx, user, removed, now);
        return count;
    }

    /// With the precision of the database, so that [#undo] finds it again.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
