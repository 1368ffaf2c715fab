package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends five times as many requests as the server can process. Throughput remains, and the others are rejected
/// immediately.
final class OverloadTorture {

    private static final List<Integer> CONCURRENT_REQUESTS = List.of(16, 32, 64);
    private static final int TIMES = 5;
    private static final double GOODPUT = 0.9;
    private static final double MIN_WRITE_SUCCESS = 0.8;
    private static final double MAX_P99_MILLIS = 1_000;
    private static final double REFUSED_MILLIS = 50;
    private static final int MEMORY_MIB = 256;

    /// One request in this number may hit a connection that the server closes at that moment because of its age or
    /// idleness.
    private static final int ENDED_UNDER_IT = 10_000;

    private OverloadTorture() {}

    /// @param time duration of the overload
    /// @param alone whether nothing else runs on the machine, so that times are checked
    static Outcome run(Path folder, Duration time, boolean alone) throws IOException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, TrafficMix.USERS);
        try (Database database = fixture.open()) {
            TrafficMix.fill(database);
        }
        try (ServerNode node = ServerNode.startWithLauncher(fixture, CpuPinning.server())) {
            TrafficMix.prepare(node.port());
            TrafficMix traffic = new TrafficMix();
            try (LoadGenerator loadGenerator = new LoadGenerator(node.port(), traffic)) {
                Duration round = time.dividedBy(6);
                loadGenerator.runClosedLoop(CONCURRENT_REQUESTS.getLast(), round.multipliedBy(4)); // warms up
                double peak = peak(node, loadGenerator, round);
                Duration before = node.processorTime();
                LatencyStats stats = loadGenerator.runOpenLoop(TIMES * peak, time);
                System.out.printf(
                        "  too many: %.0f a second, each %.2f ms%n", stats.goodput(), each(node, before, stats));
                // The speed of machines changes within minutes: the possible throughput lies between the two
                // values.
                double peakAfter = peak(node, loadGenerator, round);
                return outcome((peak + peakAfter) / 2, stats, node.highestMemoryMib(), alone);
            }
        }
    }

    /// The maximum throughput without rejections, in requests per second.
    private static double peak(ServerNode node, LoadGenerator loadGenerator, Duration round) throws IOException {
        double peak = 0;
        for (int concurrency : CONCURRENT_REQUESTS) {
            Duration before = node.processorTime();
            LatencyStats stats = loadGenerator.runClosedLoop(concurrency, round);
            System.out.printf(
                    "  %d at once: %.0f a second, each %.2f ms of the processors%n",
                    concurrency, stats.goodput(), each(node, before, stats));
            peak = Math.max(peak, stats.goodput());
        }
        return peak;
    }

    /// Processor milliseconds per successful request, including the cost of rejections.
    private static double each(ServerNode node, Duration before, LatencyStats stats) {
        return (node.processorTime().toMillis() - before.toMillis())
                / (double) stats.count(LoadGenerator.RequestOutcome.SUCCESS);
    }

    private static Outcome outcome(double peak, LatencyStats stats, long memory, boolean alone) {
        double share = stats.goodput() / peak;
        long refused = stats.count(LoadGenerator.RequestOutcome.REJECTED);
        long lost = stats.count(LoadGenerator.RequestOutcome.OTHER) + stats.count(LoadGenerator.RequestOutcome.NONE);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("a second at its peak", Math.round(peak));
        figures.put("a second offered", Math.round(stats.offered()));
        figures.put("of the peak done", hundredths(share));
        figures.put("of the plays and ratings stored", hundredths(stats.writeSuccessRatio()));
        figures.put("of the reads successful", hundredths(stats.readSuccessRatio()));
        figures.put("ms 99 of 100 of these took at most", Math.round(stats.p99(LoadGenerator.RequestOutcome.SUCCESS)));
        figures.put("rejected with 503 and Retry-After", refused);
        figures.put("ms 99 of 100 refusals took at most", hundredths(stats.p99(LoadGenerator.RequestOutcome.REJECTED)));
        figures.put("ms 99 of 100 requests went out late at most", hundredths(stats.p99Late()));
        figures.put("found no connection to go out on", stats.unsent());
        figures.put("other responses", stats.count(LoadGenerator.RequestOutcome.OTHER));
        figures.put("without response", stats.count(LoadGenerator.RequestOutcome.NONE));
        figures.put("MiB of memory at most", memory);
        List<String> faults = new ArrayList<>();
        fault(faults, lost * ENDED_UNDER_IT > stats.sent(), "some requests got no response");
        fault(faults, refused == 0, "no request was rejected: there was no overload");
        fault(faults, stats.writeSuccessRatio() < stats.readSuccessRatio(), "reads went before what was to be kept");
        List<String> late = new ArrayList<>();
        if (alone) {
            fault(faults, memory > MEMORY_MIB, "it took more memory than it may");
            fault(late, stats.writeSuccessRatio() < MIN_WRITE_SUCCESS, "too few writes were stored");
            fault(late, stats.unsent() * 100 > stats.sent(), "not all scheduled requests could be sent");
            fault(late, share < GOODPUT, "it did less than it can");
            fault(
                    late,
                    stats.p99(LoadGenerator.RequestOutcome.SUCCESS) > MAX_P99_MILLIS,
                    "who was let in waited too long");
            fault(late, stats.p99(LoadGenerator.RequestOutcome.REJECTED) > REFUSED_MILLIS, "refusals came late");
        }
        return new Outcome("overload of " + TIMES + " times its peak", figures, faults, late);
    }

    private static void fault(List<String> faults, boolean found, String words) {
        if (found) {
            faults.add(words);
        }
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
