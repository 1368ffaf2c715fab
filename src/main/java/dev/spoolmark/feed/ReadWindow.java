package dev.spoolmark.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far one reading goes: back to a moment, and no more rows of each kind of fact than a limit.
///
/// A feed is read in steps, each going further than the last, until a hundred entries are found. So the usual
/// question touches a day of each friend's facts, and only somebody with quiet friends pays for all of them.
///
/// @param whole whether `since` is the beginning of what is wanted
record ReadWindow(Instant since, int rows, boolean whole) {

    private static final List<Duration> STEPS = List.of(Duration.ofDays(1), Duration.ofDays(10), Duration.ofDays(100));
    private static final int FEW_ROWS = 200;
    private static final int GROWTH = 8;
    private static final Instant BEGINNING = Instant.EPOCH.minus(Duration.ofDays(36_524));

    /// The steps back from `newest`: to a day, ten days, a hundred days before, then to the very beginning of what
    /// is wanted, with more rows each time. There is always another: whoever has read all there is stops.
    static Stream<ReadWindow> steps(Instant newest, @Nullable Instant from) {
        Instant end = from == null ? BEGINNING : from;
        Stream<ReadWindow> near = STEPS.stream()
                .map(newest::minus)
                .takeWhile(since -> since.isAfter(end))
                .map(since -> new ReadWindow(since, FEW_ROWS, false));
        Stream<ReadWindow> far = Stream.iterate(new ReadWindow(end, FEW_ROWS * GROWTH, true), ReadWindow::further);
        return Stream.concat(near, far);
    }

    private ReadWindow further() {
        return new ReadWindow(since, Math.clamp((long) rows * GROWTH, rows, Integer.MAX_VALUE), true);
    }
}
