package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.StatedPlay.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private final PlayRecorder recorder;
    private final PlayAdditionStore plays = new PlayAdditionStore();
    private final PlayEditStore edits = new PlayEditStore();

    PlayImports(PlayRecorder recorder) {
        this.recorder = recorder;
    }

    /// Adds plays.
    ///
    /// @param stated at most 500; their times are not checked
    /// @param now when they are stored, with milliseconds
    /// @return what became of each of them
    /// @throws ProblemException with [dev.spoolmark.core.Problem.TooMany] if the user would have more than
    /// the highest number of plays
    public List<Outcome> add(Tx tx, UserId user, List<StatedPlay> stated, ImportRules rules, Instant now) {
        Map<MediaId, StatedPlaysOfItem> byItem = new LinkedHashMap<>();
        for (int number = 0; number < stated.size(); number++) {
            StatedPlay play = stated.get(number);
            byItem.computeIfAbsent(play.item().id(), item -> new StatedPlaysOfItem(rules))
                    .add(number, play);
        }
        List<Watchable> items = stated.stream().map(StatedPlay::item).distinct().toList();
        recorder.refuseBeyondQuota(tx, user, stated.size());
        recorder.lock(tx, user, items);
        plays.forEachOf(
                tx,
                user,
                byItem.keySet(),
                play -> Objects.requireNonNull(byItem.get(play.item().id())).compare(play));
        Outcome[] outcomes = new Outcome[stated.size()];
        Map<PlayEntry, WatchedTime> completed = new LinkedHashMap<>();
        byItem.values().forEach(item -> item.decide(outcomes, completed));
        List<StatedPlay> added = new ArrayList<>();
        for (int number = 0; number < outcomes.length; number++) {
            if (outcomes[number] == Outcome.ADDED) {
                added.add(stated.get(number));
            }
        }
        edits.setTimes(tx, user, completed);
        edits.add(tx, user, added, now);
        List<StatedPlay> changed = new ArrayList<>(added);
        completed.forEach((play, time) -> changed.add(new StatedPlay(play.item(), time, play.action())));
        recorder.afterImport(tx, user, changed, now);
        return Arrays.asList(outcomes);
    }

    /// Adds plays at unknown times until each item has the stated number of plays.
    ///
    /// @param numbers for at most 500 items; above 100 counts as 100
    /// @return how many were added
    /// @throws ProblemException as [#add]
    public int complete(Tx tx, UserId user, Map<Watchable, Integer> numbers, Instant now) {
        List<Watchable> items = List.copyOf(numbers.keySet());
        recorder.lock(tx, user, items);
        Map<Watchable, Integer> stored = recorder.plays(tx, user, items);
        List<StatedPlay> missing = new ArrayList<>();
        numbers.forEach((item, number) -> missing.addAll(Collections.nCopies(
                Math.max(0, Math.min(number, MAX_NUMBER) - stored.getOrDefault(item, 0)),
                new StatedPlay(item, WatchedTime.UNKNOWN, PlayAction.SEEN))));
        recorder.refuseBeyondQuota(tx, user, missing.size());
        edits.add(tx, user, missing, now);
        recorder.afterImport(tx, user, missing, now);
        return missing.size();
    }
}
