package dev.spoolmark.torture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Outcomes and response times of many requests. Used by one thread.
final class LatencyStats {

    private final Map<LoadGenerator.RequestOutcome, Times> timesByOutcome =
            new EnumMap<>(LoadGenerator.RequestOutcome.class);
    private final Map<LoadGenerator.RequestOutcome, Long> writes = new EnumMap<>(LoadGenerator.RequestOutcome.class);
    private final Times late = new Times();
    private long sent;
    private long responses;
    private long unsent;
    private long inTime;
    private long nanos = Long.MAX_VALUE;

    LatencyStats() {
        for (LoadGenerator.RequestOutcome response : LoadGenerator.RequestOutcome.values()) {
            timesByOutcome.put(response, new Times());
        }
    }

    void send() {
        sent++;
    }

    /// @param isWrite whether the request was a write
    void record(LoadGenerator.RequestOutcome response, boolean isWrite, long nanosTaken) {
        responses++;
        times(response).add(nanosTaken);
        if (isWrite) {
            writes.merge(response, 1L, Long::sum);
        }
    }

    /// The measured time is over: later responses are not counted as throughput.
    void endMeasurement(long nanosTaken) {
        nanos = nanosTaken;
        inTime = times(LoadGenerator.RequestOutcome.SUCCESS).count;
    }

    /// Requests that found no free connection before the end of the measured time.
    void unsent(int count) {
        unsent += count;
        responses += count;
    }

    long unsent() {
        return unsent;
    }

    /// No further response is expected.
    void abandon() {
        for (long lost = open(); lost > 0; lost--) {
            record(LoadGenerator.RequestOutcome.NONE, false, 0);
        }
    }

    /// A request was sent late by the load generator itself.
    void late(long nanos) {
        late.add(nanos);
    }

    long sent() {
        return sent;
    }

    long open() {
        return sent - responses;
    }

    long count(LoadGenerator.RequestOutcome response) {
        return times(response).count;
    }

    /// The share of writes that succeeded, of those with a response.
    double writeSuccessRatio() {
        return share(
                writes.getOrDefault(LoadGenerator.RequestOutcome.SUCCESS, 0L),
                writes.getOrDefault(LoadGenerator.RequestOutcome.REJECTED, 0L));
    }

    /// The share of reads that succeeded, of those with a response.
    double readSuccessRatio() {
        return share(
                count(LoadGenerator.RequestOutcome.SUCCESS)
                        - writes.getOrDefault(LoadGenerator.RequestOutcome.SUCCESS, 0L),
                count(LoadGenerator.RequestOutcome.REJECTED)
                        - writes.getOrDefault(LoadGenerator.RequestOutcome.REJECTED, 0L));
    }

    private static double share(long taken, long refused) {
        return taken + refused == 0 ? 0 : taken / (double) (taken + refused);
    }

    /// Successful requests per second.
    double goodput() {
        return inTime / (nanos / 1e9);
    }

    /// Sent requests per second.
    double offered() {
        return sent / (nanos / 1e9);
    }

    /// The 99th percentile of the response times in milliseconds.
    double p99(LoadGenerator.RequestOutcome response) {
        return times(response).p99();
    }

    double p99Late() {
        return late.p99();
    }

    private Times times(LoadGenerator.RequestOutcome response) {
        return java.util.Objects.requireNonNull(timesByOutcome.get(response));
    }

    private static final class Times {

        private long[] nanos = new long[1024];
        private int count;

        double p99() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[(int) (count * 99L / 100)] / 1e6;
        }

        void add(long nanosTaken) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = nanosTaken;
        }
    }
}
