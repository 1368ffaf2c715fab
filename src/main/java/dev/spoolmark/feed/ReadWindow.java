package dev.spoolmark.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The limits of one step of reading: the earliest time, and the number of rows of each table.
///
/// A feed is read in steps, each with a longer period, until 100 entries are found. So a typical request
/// reads one day of each friend; only a user with inactive friends needs more.
///
/// @param complete whether `since` is the beginning of the requested period
record ReadWindow(Instant since, int rows, boolean complete) {

    private static final List<Duration> WINDOW_LENGTHS =
            List.of(Duration.ofDays(1), Duration.ofDays(10), Duration.ofDays(100));
    private static final int INITIAL_ROWS = 200;
    private static final int GROWTH = 8;
    private static final Instant BEGINNING = Instant.EPOCH.minus(Duration.ofDays(36_524));

    /// The steps back from `newest`: one day, ten days, a hundred days, then the whole requested period, with
    /// more rows each time. Endless: the caller stops when all is read.
    static Stream<ReadWindow> steps(Instant newest, @Nullable Instant from) {
        Instant end = from == null ? BEGINNING : from;
        Stream<ReadWindow> near = WINDOW_LENGTHS.stream()
                .map(newest::minus)
                .takeWhile(since -> since.isAfter(end))
                .map(since -> new ReadWindow(since, INITIAL_ROWS, false));
        Stream<ReadWindow> far = Stream.iterate(new ReadWindow(end, INITIAL_ROWS * GROWTH, true), ReadWindow::further);
        return Stream.concat(near, far);
    }

    private ReadWindow further() {
        return new ReadWindow(since, Math.clamp((long) rows * GROWTH, rows, Integer.MAX_VALUE), true);
    }
}
