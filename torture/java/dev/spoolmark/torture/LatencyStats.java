package dev.spoolmark.torture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Outcomes and response times of many requests. Used by one thread.
final class LatencyStats {

    private final Map<LoadGenerator.Answer, Times> answers = new EnumMap<>(LoadGenerator.Answer.class);
    private final Map<LoadGenerator.Answer, Long> writes = new EnumMap<>(LoadGenerator.Answer.class);
    private final Times late = new Times();
    private long sent;
    private long answered;
    private long unsent;
    private long inTime;
    private long nanos = Long.MAX_VALUE;

    LatencyStats() {
        for (LoadGenerator.Answer response : LoadGenerator.Answer.values()) {
            answers.put(response, new Times());
        }
    }

    void send() {
        sent++;
    }

    /// @param keeps whether the request was a write
    void answer(LoadGenerator.Answer response, boolean keeps, long took) {
        answered++;
        times(response).add(took);
        if (keeps) {
            writes.merge(response, 1L, Long::sum);
        }
    }

    /// The measured time is over: later responses are not counted as throughput.
    void ended(long took) {
        nanos = took;
        inTime = times(LoadGenerator.Answer.TAKEN).count;
    }

    /// Requests that found no free connection before the end of the measured time.
    void unsent(int count) {
        unsent += count;
        answered += count;
    }

    long unsent() {
        return unsent;
    }

    /// No further response is expected.
    void giveUp() {
        for (long lost = open(); lost > 0; lost--) {
            answer(LoadGenerator.Answer.NONE, false, 0);
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
        return sent - answered;
    }

    long count(LoadGenerator.Answer response) {
        return times(response).count;
    }

    /// The share of writes that succeeded, of those with a response.
    double writesTaken() {
        return share(
                writes.getOrDefault(LoadGenerator.Answer.TAKEN, 0L),
                writes.getOrDefault(LoadGenerator.Answer.REFUSED, 0L));
    }

    /// The share of reads that succeeded, of those with a response.
    double readsTaken() {
        return share(
                count(LoadGenerator.Answer.TAKEN) - writes.getOrDefault(LoadGenerator.Answer.TAKEN, 0L),
                count(LoadGenerator.Answer.REFUSED) - writes.getOrDefault(LoadGenerator.Answer.REFUSED, 0L));
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
    double p99(LoadGenerator.Answer response) {
        return times(response).p99();
    }

    double p99Late() {
        return late.p99();
    }

    private Times times(LoadGenerator.Answer response) {
        return java.util.Objects.requireNonNull(answers.get(response));
    }

    private static final class Times {

        private long[] nanos = new long[1024];
        private int count;

        double p99() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[(int) (count * 99L / 100)] / 1e6;
        }

        void add(long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = took;
        }
    }
}
