package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayEditStore.ItemTime;
import dev.spoolmark.history.StatedPlay.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds plays of files. Adding the same file again adds nothing:
///
/// - An instant repeats a play in the same second. If the item has a play of which only that day, month or year is
///   known, that play gets the time instead.
/// - A day, a month or a year repeats any play in it whose time is known as precisely or more so.
/// - An unknown time repeats any play of the item, or with [ImportRules#keepsUnknown] one at an unknown time.
/// - A stated number of plays is reached with plays at unknown times.
///
/// All methods run in a transaction of the caller, which has flushed the pending plays of the user. The plays have
/// the same time of storage, by which [PlayAdditions#undo] finds them.
public final class PlayImports {

    /// The highest number of plays and numbers in one call.
    public static final int MAX_PLAYS = 500;

    private static final int MAX_NUMBER = 100;

    /// Instants that are further from each other are never of the same second.
    private static final Duration COMPARED = Duration.ofSeconds(1);

    private final PlayRecorder recorder;
    private final PlayAdditionStore plays = new PlayAdditionStore();
    private final PlayEditStore edits = new PlayEditStore();
    private final WatchedSummaryStore summaries = new WatchedSummaryStore();

    PlayImports(PlayRecorder recorder) {
        this.recorder = recorder;
    }

    /// Adds plays.
    ///
    /// @param stated at most 500; their times are not checked
    /// @param now when they are stored, with milliseconds
    /// @return what became of each of them, with the time before of those that were completed
    /// @throws ProblemException with [dev.spoolmark.core.Problem.TooMany] if the user would have more than
    /// the highest number of plays
    public List<Result> add(Tx tx, UserId user, List<StatedPlay> stated, ImportRules rules, Instant now) {
        Map<MediaId, StatedPlaysOfItem> byItem = new LinkedHashMap<>();
        for (int number = 0; number < stated.size(); number++) {
            StatedPlay play = stated.get(number);
            byItem.computeIfAbsent(play.item().id(), item -> new StatedPlaysOfItem(rules))
                    .add(number, play);
        }
        List<Watchable> items = stated.stream().map(StatedPlay::item).distinct().toList();
        recorder.refuseFileBeyondQuota(tx, user, stated.size());
        recorder.lock(tx, user, items);
        Map<ItemTime, Integer> nextPositions = new HashMap<>();
        recorder.plays(tx, user, items)
                .forEach((item, number) ->
                        Objects.requireNonNull(byItem.get(item.id())).setStored(number));
        forEachComparable(tx, user, byItem.keySet(), stated, (play, storedAt, position) -> {
            Objects.requireNonNull(byItem.get(play.item().id())).compare(play, storedAt);
            nextPositions.merge(ItemTime.of(play), position + 1, Math::max);
        });
        Outcome[] outcomes = new Outcome[stated.size()];
        Map<PlayEntry, WatchedTime> completed = new LinkedHashMap<>();
        byItem.values().forEach(item -> item.decide(outcomes, completed));
        List<StatedPlay> added = new ArrayList<>();
        for (int number = 0; number < outcomes.length; number++) {
            if (outcomes[number] == Outcome.ADDED) {
                added.add(stated.get(number));
            }
        }
        if (!completed.isEmpty()) {
            edits.setTimes(tx, user, completed);
        }
        add(tx, user, added, completed.isEmpty() ? nextPositions : null, now);
        List<StatedPlay> changed = new ArrayList<>(added);
        Set<Watchable> recounted = new LinkedHashSet<>();
        completed.forEach((play, time) -> {
            changed.add(new StatedPlay(play.item(), time, play.action()));
            recounted.add(play.item());
        });
        recorder.afterImport(tx, user, changed, recounted, now);
        return results(stated, outcomes, completed);
    }

    /// The plays that those of a file may repeat or complete: an instant is compared with the instants of its second.
    private void forEachComparable(
            Tx tx,
            UserId user,
            Collection<MediaId> items,
            List<StatedPlay> stated,
            PlayAdditionStore.StoredPlayConsumer consumer) {
        if (stated.stream().anyMatch(play -> play.time().precision() != TimePrecision.INSTANT)) {
            plays.forEachOf(tx, user, items, consumer);
            return;
        }
        LongSummaryStatistics times = stated.stream()
                .mapToLong(play -> Objects.requireNonNull(play.time().at()).toEpochMilli())
                .summaryStatistics();
        plays.forEachAround(
                tx,
                user,
                items,
                Instant.ofEpochMilli(times.getMin()).minus(COMPARED),
                Instant.ofEpochMilli(times.getMax()).plus(COMPARED),
                consumer);
    }

    /// @param next as [PlayEditStore#add] needs it; null if it has changed
    private void add(Tx tx, UserId user, List<StatedPlay> added, @Nullable Map<ItemTime, Integer> next, Instant now) {
        if (next == null) {
            edits.add(tx, user, added, now);
        } else {
            edits.add(tx, user, added, next, now);
        }
    }

    private static List<Result> results(
            List<StatedPlay> stated, Outcome[] outcomes, Map<PlayEntry, WatchedTime> completed) {
        Map<StatedPlay, WatchedTime> before = new HashMap<>();
        completed.forEach((play, time) -> before.put(new StatedPlay(play.item(), time, PlayAction.SEEN), play.time()));
        List<Result> results = new ArrayList<>();
        for (int number = 0; number < outcomes.length; number++) {
            StatedPlay play = stated.get(number);
            results.add(new Result(
                    outcomes[number],
                    outcomes[number] == Outcome.COMPLETED
                            ? before.get(new StatedPlay(play.item(), play.time(), PlayAction.SEEN))
                            : null));
        }
        return results;
    }

    /// Deletes plays that were added, unless their times have changed since.
    ///
    /// @param added at most 500, all stored at the same time
    /// @param storedAt when they were stored
    /// @return the number of deleted plays
    public int undo(Tx tx, UserId user, List<StatedPlay> added, Instant storedAt, Instant now) {
        List<PlayEntry> found = unchanged(tx, user, added, storedAt);
        if (!found.isEmpty()) {
            recorder.lock(
                    tx, user, found.stream().map(PlayEntry::item).distinct().toList());
            edits.delete(tx, user, found.stream().map(PlayEntry::id).toList());
            recorder.afterUndo(tx, user, found, now);
        }
        return found.size();
    }

    /// Of several equal plays as many as were added.
    private List<PlayEntry> unchanged(Tx tx, UserId user, List<StatedPlay> added, Instant storedAt) {
        Map<ItemTime, Integer> wanted = new HashMap<>();
        added.forEach(play -> wanted.merge(ItemTime.of(play.item(), play.time()), 1, Integer::sum));
        List<MediaId> items =
                added.stream().map(play -> play.item().id()).distinct().toList();
        return plays.storedAt(tx, user, items, storedAt).stream()
                .filter(play -> wanted.merge(ItemTime.of(play), -1, Integer::sum) >= 0)
                .toList();
    }

    /// Gives plays that were completed the time that they had before, unless it has changed since.
    ///
    /// @param before of each play as it was completed, the time before; at most 500
    /// @return the number of changed plays
    public int undoCompletion(Tx tx, UserId user, Map<StatedPlay, WatchedTime> before, Instant now) {
        Map<ItemTime, WatchedTime> wanted = new HashMap<>();
        before.forEach((play, time) -> wanted.put(ItemTime.of(play.item(), play.time()), time));
        List<Watchable> items =
                before.keySet().stream().map(StatedPlay::item).distinct().toList();
        recorder.lock(tx, user, items);
        Map<PlayEntry, WatchedTime> changed = new LinkedHashMap<>();
        plays.forEachOf(tx, user, items.stream().map(Watchable::id).toList(), (play, _, _) -> {
            WatchedTime time = wanted.remove(ItemTime.of(play));
            if (time != null) {
                changed.put(play, time);
            }
        });
        edits.setTimes(tx, user, changed);
        recorder.afterUndo(tx, user, List.copyOf(changed.keySet()), now);
        return changed.size();
    }

    /// Marks items as unseen that have neither plays nor a mark.
    ///
    /// @param items at most 500, with the times of the marks
    /// @return those that were marked
    public Set<MediaId> markUnseen(Tx tx, UserId user, Map<Watchable, Instant> items) {
        Set<MediaId> marked = new HashSet<>();
        items.forEach((item, at) -> {
            if (summaries.addUnseen(tx, user, item, at)) {
                marked.add(item.id());
            }
        });
        return marked;
    }

    /// Removes marks that were added, unless they have changed since.
    ///
    /// @return the number of removed marks
    public int undoUnseen(Tx tx, UserId user, Map<Watchable, Instant> items) {
        int undone = 0;
        for (Map.Entry<Watchable, Instant> mark : items.entrySet()) {
            undone += summaries.deleteUnseen(tx, user, mark.getKey(), mark.getValue());
        }
        return undone;
    }

    /// What became of a play.
    ///
    /// @param before the time that a completed play had; null for others
    public record Result(Outcome outcome, @Nullable WatchedTime before) {}

    /// Adds plays at unknown times until each item has the stated number of plays.
    ///
    /// @param numbers for at most 500 items; above 100 counts as 100
    /// @return how many were added to each item
    /// @throws ProblemException as [#add]
    public Map<Watchable, Integer> complete(Tx tx, UserId user, Map<Watchable, Integer> numbers, Instant now) {
        List<Watchable> items = List.copyOf(numbers.keySet());
        recorder.lock(tx, user, items);
        Map<Watchable, Integer> stored = recorder.plays(tx, user, items);
        List<StatedPlay> missing = new ArrayList<>();
        Map<Watchable, Integer> added = new LinkedHashMap<>();
        numbers.forEach((item, number) -> {
            int more = Math.max(0, Math.min(number, MAX_NUMBER) - stored.getOrDefault(item, 0));
            added.put(item, more);
            missing.addAll(Collections.nCopies(more, new StatedPlay(item, WatchedTime.UNKNOWN, PlayAction.SEEN)));
        });
        recorder.refuseBeyondQuota(tx, user, missing.size());
        edits.add(tx, user, missing, now);
        recorder.afterImport(tx, user, missing, Set.of(), now);
        return added;
    }
}
