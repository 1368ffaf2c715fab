package dev.spoolmark.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one reading goes: back to a moment, and no more rows of each kind of fact than a limit.
///
/// A feed is read in steps, each going further than the last, until a hundred entries are found. So the usual question
/// touches a day of each friend's facts, and only somebody with quiet friends pays for all of them.
record Reach(Instant since, int rows) {

    private static final List<Duration> STEPS = List.of(Duration.ofDays(1), Duration.ofDays(10), Duration.ofDays(100));
    private static final int FEW_ROWS = 500;
    private static final int MOST_ROWS = 32_000;

    /// The steps back from `newest`, the last of them to the very beginning of what is wanted.
    static List<Reach> steps(Instant newest, @Nullable Instant from) {
        Instant end = from == null ? Instant.EPOCH.minus(Duration.ofDays(36_524)) : from;
        List<Reach> near = STEPS.stream()
                .map(newest::minus)
                .takeWhile(since -> since.isAfter(end))
                .map(since -> new Reach(since, FEW_ROWS))
                .toList();
        List<Reach> all = new java.util.ArrayList<>(near);
        all.add(new Reach(end, FEW_ROWS * 8));
        all.add(new Reach(end, MOST_ROWS));
        return List.copyOf(all);
    }
}
