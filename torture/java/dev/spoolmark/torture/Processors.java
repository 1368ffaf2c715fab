package dev.spoolmark.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Processor time of other programs than this one and its servers. Linux only; elsewhere it is taken as 0.
///
/// @param all time of all processors since the start of the machine
/// @param busy the part that was not idle
/// @param own the part that this program and its children used
record Processors(long all, long busy, long own) {

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;
    private static final int KINDS = 8; // what follows is contained in these

    static Processors now() {
        try {
            long[] times = numbers(Files.readAllLines(Path.of("/proc/stat")).getFirst(), 1, KINDS);
            long all = Arrays.stream(times).sum();
            long own = Stream.concat(
                            Stream.of(ProcessHandle.current()),
                            ProcessHandle.current().descendants())
                    .mapToLong(process -> used(process.pid()))
                    .sum();
            return new Processors(all, all - times[IDLE] - times[WAITING_FOR_DISKS], own);
        } catch (IOException noLinux) {
            return new Processors(0, 0, 0);
        }
    }

    /// The share of other programs since an earlier reading, in percent of all processors.
    long othersSince(Processors before) {
        long others = busy - before.busy - (own - before.own);
        return Math.max(0, 100 * others / Math.max(1, all - before.all));
    }

    /// With the time of children that have ended.
    private static long used(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return LongStream.of(numbers(line.substring(line.lastIndexOf(')') + 2), 11, 4))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long[] numbers(String line, int from, int count) {
        return Arrays.stream(line.strip().split(" +"))
                .skip(from)
                .limit(count)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
