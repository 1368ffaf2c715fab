package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stores plays exactly once, together with what follows from them: summary, watchlist and stamps.
///
/// All methods run in a transaction of the caller and lock the dedup row of the item first
/// (`docs/scaling.md#exactly-once-plays`).
public final class PlayRecorder {

    /// The highest number of plays of one user, and of one item by one user (`docs/security.md#quotas`).
    static final long MAX_PLAYS = 1_000_000;

    static final int MAX_PLAYS_OF_ITEM = 10_000;

    private final ActivityStamps stamps;
    private final Watchlist watchlist;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final PlayStore plays = new PlayStore();
    private final WatchedSummaryStore watched = new WatchedSummaryStore();
    private final PlayQuota quota = new PlayQuota(MAX_PLAYS);

    public PlayRecorder(ActivityStamps stamps, Watchlist watchlist) {
        this.stamps = stamps;
        this.watchlist = watchlist;
    }

    /// Deletions of several plays, with the same stamps.
    PlayDeletions deletions(Database database, InstantSource clock) {
        return new PlayDeletions(database, this, stamps, clock);
    }

    /// Changes of the times of plays, with the same stamps.
    PlayTimes times(Database database, InstantSource clock) {
        return new PlayTimes(database, stamps, clock);
    }

    /// Plays of files, with the same stamps.
    PlayImports imports() {
        return new PlayImports(this);
    }

    /// Stores a play, unless it repeats one that is stored.
    ///
    /// @return whether it was stored
    public boolean record(Tx tx, UserId user, PlayReport report, Instant now) {
        long play = tx.newId("play");
        if (!guards.tryAcceptPlay(tx, user, report, play, now)) {
            guards.rewindFutureGuard(tx, user, report, now);
            guards.extendForRetry(tx, user, report);
            return false;
        }
        Watchable item = report.item();
        plays.add(tx, user, play, report, now);
        watched.count(tx, user, item, report.watchedAt());
        watchlist.remove(tx, user, List.of(item.id()), now);
        stamps.changed(tx, user, changes(item, Set.of(report.action()), false), now);
        return true;
    }

    /// The window of the last play of an item.
    public Optional<DedupWindow> window(Tx tx, UserId user, Watchable item) {
        return guards.window(tx, user, item);
    }

    /// @throws ProblemException with [Problem.TooMany] if the user has the highest number of plays, of all
    /// items or of this one
    public void enforceQuota(Tx tx, UserId user, Watchable item) {
        quota.checkOneMore(tx, user);
        WatchedSummary summary = watched.of(tx, user, List.of(item.id())).get(item.id());
        if (summary != null && summary.plays() >= MAX_PLAYS_OF_ITEM) {
            throw new ProblemException(new Problem.TooMany(MAX_PLAYS_OF_ITEM, "plays of one thing"));
        }
    }

    /// The same for a part of the plays of a file.
    void refuseFileBeyondQuota(Tx tx, UserId user, int more) {
        quota.checkMany(tx, user, more);
    }

    void refuseBeyondQuota(Tx tx, UserId user, long more) {
        quota.check(tx, user, more);
    }

    /// Locks the dedup rows of items before plays of them are added or removed.
    void lock(Tx tx, UserId user, List<Watchable> items) {
        guards.lock(tx, user, items);
    }

    /// What follows from a play that was added at a time of its own; the dedup window stays as it is.
    void afterAdding(Tx tx, UserId user, Watchable item, PlayAction action, Instant now) {
        watchlist.remove(tx, user, List.of(item.id()), now);
        stamps.changed(tx, user, changes(item, Set.of(action), false), now);
    }

    /// The numbers of plays of these items. Items without plays are absent.
    Map<Watchable, Integer> plays(Tx tx, UserId user, Collection<Watchable> items) {
        Map<Watchable, Integer> numbers = new HashMap<>();
        Map<MediaId, WatchedSummary> found =
                watched.of(tx, user, items.stream().map(Watchable::id).toList());
        for (Watchable item : items) {
            WatchedSummary summary = found.get(item.id());
            if (summary != null) {
                numbers.put(item, summary.plays());
            }
        }
        return numbers;
    }

    /// What follows from plays that a file has added or changed; the dedup windows stay as they are.
    ///
    /// @param completed items of plays whose times were completed
    void afterImport(Tx tx, UserId user, List<StatedPlay> changed, Set<Watchable> completed, Instant now) {
        watched.add(
                tx,
                user,
                changed.stream()
                        .filter(play -> !completed.contains(play.item()))
                        .toList());
        WatchedRebuildStore.recount(tx, user, List.copyOf(completed));
        stamps.changed(
                tx,
                user,
                changed.stream()
                        .flatMap(play -> changes(play.item(), Set.of(play.action()), false).stream())
                        .distinct()
                        .toList(),
                now);
    }

    /// What follows from the undo of an import.
    void afterUndo(Tx tx, UserId user, List<PlayEntry> plays, Instant now) {
        WatchedRebuildStore.recount(
                tx, user, plays.stream().map(PlayEntry::item).distinct().toList());
        afterRemoving(tx, user, plays, now);
    }

    /// What follows from plays that were removed: the next report of these items is a new viewing.
    void afterRemoving(Tx tx, UserId user, List<PlayEntry> removed, Instant now) {
        guards.reset(tx, user, removed.stream().map(PlayEntry::item).distinct().toList());
        stamps.changed(
                tx,
                user,
                removed.stream()
                        .flatMap(play -> changes(play.item(), Set.of(play.action()), true).stream())
                        .distinct()
                        .toList(),
                now);
    }

    /// Stores plays of the items that have none. The others keep their plays.
    ///
    /// @param all each item once
    /// @return the items that had no play
    List<MediaId> markWatched(Tx tx, UserId user, List<MarkedWatched> all, @Nullable AppId app, Instant now) {
        guards.lock(tx, user, all.stream().map(MarkedWatched::item).toList());
        Set<MediaId> newlySeen = watched.begin(tx, user, all);
        List<MarkedWatched> stored = all.stream()
                .filter(seen -> newlySeen.contains(seen.item().id()))
                .toList();
        plays.addSeen(tx, user, stored, app, now);
        List<MediaId> first = stored.stream().map(seen -> seen.item().id()).toList();
        List<ActivityChange> changes = stored.stream()
                .flatMap(seen -> changes(seen.item(), Set.of(PlayAction.SEEN), false).stream())
                .toList();
        watchlist.remove(tx, user, first, now);
        stamps.changed(tx, user, changes, now);
        return first;
    }

    /// Removes all plays of these items.
    ///
    /// @return the number of items that had plays
    int markUnwatched(Tx tx, UserId user, List<Watchable> items, Instant now) {
        guards.reset(tx, user, items);
        Map<MediaId, Set<PlayAction>> removed =
                plays.remove(tx, user, items.stream().map(Watchable::id).toList());
        Set<MediaId> marked = watched.markUnseen(tx, user, items, now);
        List<ActivityChange> changes = items.stream()
                .filter(item -> marked.contains(item.id()))
                .flatMap(item -> changes(item, removed.getOrDefault(item.id(), Set.of()), true).stream())
                .toList();
        stamps.changed(tx, user, changes, now);
        return removed.size();
    }

    static List<ActivityChange> changes(Watchable item, Set<PlayAction> actions, boolean isRemoval) {
        List<ActivityChange> changes = new ArrayList<>();
        changes.add(new ActivityChange(ActivityType.WATCHED, item.id(), isRemoval));
        actions.forEach(action -> changes.add(new ActivityChange(action.type(), item.id(), isRemoval)));
        return changes;
    }
}
