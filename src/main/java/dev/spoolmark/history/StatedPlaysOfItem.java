package dev.spoolmark.history;

import dev.spoolmark.history.StatedPlay.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares the plays of one item in a file with those that are stored. Precise times come first, so that the
/// others are compared with them.
final class StatedPlaysOfItem {

    private final ImportRules rules;
    private final List<Candidate> candidates = new ArrayList<>();
    private int stored;

    StatedPlaysOfItem(ImportRules rules) {
        this.rules = rules;
    }

    /// A play of the file and what is stored about it.
    private static final class Candidate {

        private final int number;
        private final StatedPlay play;
        private final List<PlayEntry> vague = new ArrayList<>();
        private boolean isRepeated;
        private int equals;

        Candidate(int number, StatedPlay play) {
            this.number = number;
            this.play = play;
        }
    }

    /// @param number of the play in the file
    void add(int number, StatedPlay play) {
        candidates.add(new Candidate(number, play));
    }

    /// @param plays the number of stored plays
    void setStored(int plays) {
        stored = plays;
    }

    /// Compares with a stored play.
    ///
    /// @param storedAt when it was stored
    void compare(PlayEntry play, Instant storedAt) {
        for (Candidate candidate : candidates) {
            if (candidate.play.identity() != null) {
                candidate.equals += isEqual(candidate.play, play.time(), play.action(), storedAt) ? 1 : 0;
            } else if (isRepetition(candidate.play.time(), play.time())) {
                candidate.isRepeated = true;
            } else if (isVague(play.time(), candidate.play.time())) {
                candidate.vague.add(play);
            }
        }
    }

    /// Decides what becomes of the plays.
    ///
    /// @param outcomes by number
    /// @param completed stored plays with their new times
    void decide(Outcome[] outcomes, Map<PlayEntry, WatchedTime> completed) {
        List<WatchedTime> added = new ArrayList<>();
        Set<PlayEntry> taken = new HashSet<>();
        candidates.sort(Comparator.<Candidate>comparingInt(
                        candidate -> candidate.play.time().precision().number())
                .thenComparingInt(candidate -> candidate.number));
        List<StatedPlay> exact = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PlayIdentity identity = candidate.play.identity();
            if (identity != null) {
                outcomes[candidate.number] = outcome(candidate, identity, exact);
                continue;
            }
            WatchedTime time = candidate.play.time();
            outcomes[candidate.number] = outcome(candidate, added, taken, completed);
            if (outcomes[candidate.number] == Outcome.ADDED || outcomes[candidate.number] == Outcome.COMPLETED) {
                added.add(time);
            }
        }
    }

    /// As many equal plays are stored as the export has.
    private Outcome outcome(Candidate candidate, PlayIdentity identity, List<StatedPlay> added) {
        long equals = candidate.equals
                + added.stream()
                        .filter(other -> isEqual(
                                candidate.play,
                                other.time(),
                                other.action(),
                                Objects.requireNonNull(other.identity()).recordedAt()))
                        .count();
        if (equals > identity.number()) {
            return Outcome.REPEATED;
        }
        if (stored >= PlayRecorder.MAX_PLAYS_OF_ITEM) {
            return Outcome.FULL;
        }
        stored++;
        added.add(candidate.play);
        return Outcome.ADDED;
    }

    /// Plays at an unknown time differ in when they were stored.
    private static boolean isEqual(StatedPlay play, WatchedTime time, PlayAction action, Instant storedAt) {
        PlayIdentity identity = Objects.requireNonNull(play.identity());
        return play.time().equals(time)
                && (!time.isUnknown()
                        || (play.action() == action && identity.recordedAt().equals(storedAt)));
    }

    private Outcome outcome(
            Candidate candidate, List<WatchedTime> added, Set<PlayEntry> taken, Map<PlayEntry, WatchedTime> completed) {
        WatchedTime time = candidate.play.time();
        if (candidate.isRepeated || added.stream().anyMatch(other -> isRepetition(time, other))) {
            return Outcome.REPEATED;
        }
        for (PlayEntry play : candidate.vague) {
            if (taken.add(play)) {
                completed.put(play, time);
                return Outcome.COMPLETED;
            }
        }
        if (stored >= PlayRecorder.MAX_PLAYS_OF_ITEM) {
            return Outcome.FULL;
        }
        stored++;
        return Outcome.ADDED;
    }

    /// The number of plays when those of the file are added.
    int plays() {
        return stored;
    }

    /// Whether a time of the file is one that is stored.
    private boolean isRepetition(WatchedTime stated, WatchedTime other) {
        return switch (stated.precision()) {
            case INSTANT -> other.precision() == TimePrecision.INSTANT && second(stated) == second(other);
            case DAY, MONTH, YEAR ->
                other.precision().number() <= stated.precision().number() && contains(stated, other);
            case UNKNOWN -> !rules.keepsUnknown() || other.isUnknown();
        };
    }

    /// Whether a stored time is a day, a month or a year in which a more precise one of the file lies.
    private boolean isVague(WatchedTime other, WatchedTime stated) {
        return other.precision().isDate()
                && other.precision().number() > stated.precision().number()
                && contains(other, stated);
    }

    private boolean contains(WatchedTime period, WatchedTime time) {
        LocalDate first = period.day(rules.zone());
        LocalDate day = time.day(rules.zone());
        if (first == null || day == null) {
            return false;
        }
        return switch (period.precision()) {
            case DAY -> first.equals(day);
            case MONTH -> YearMonth.from(first).equals(YearMonth.from(day));
            case YEAR -> first.getYear() == day.getYear();
            case INSTANT, UNKNOWN -> false;
        };
    }

    private static long second(WatchedTime time) {
        return Objects.requireNonNull(time.at()).truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
    }
}
