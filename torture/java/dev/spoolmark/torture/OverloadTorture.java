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

    private static final List<Integer> AT_ONCE = List.of(16, 32, 64);
    private static final int TIMES = 5;
    private static final double GOODPUT = 0.9;
    private static final double WRITES_KEPT = 0.8;
    private static final double TAKEN_MILLIS = 1_000;
    private static final double REFUSED_MILLIS = 50;
    private static final int MEMORY_MIB = 256;

    /// One request in this number may hit a connection that the server closes at that moment because of its age or
    /// idleness.
    private static final int ENDED_UNDER_IT = 10_000;

    private OverloadTorture() {}

    /// @param time duration of the overload
    /// @param alone whether nothing else runs on the machine, so that times are checked
    static Outcome run(Path folder, Duration time, boolean alone) throws IOException {
        ServerFixture ground = ServerFixture.of(Engine.SQLITE, folder, TrafficMix.PEOPLE);
        try (Database database = ground.open()) {
            TrafficMix.fill(database);
        }
        try (ServerNode node = ServerNode.startInEarnest(ground, CpuPinning.server())) {
            TrafficMix.prepare(node.port());
            TrafficMix evening = new TrafficMix();
            try (LoadGenerator flood = new LoadGenerator(node.port(), evening)) {
                Duration round = time.dividedBy(6);
                flood.inTurns(AT_ONCE.getLast(), round.multipliedBy(4)); // warms up
                double peak = peak(node, flood, round);
                Duration before = node.processorTime();
                LatencyStats tally = flood.onSchedule(TIMES * peak, time);
                System.out.printf(
                        "  too many: %.0f a second, each %.2f ms%n", tally.goodput(), each(node, before, tally));
                // The speed of machines changes within minutes: the possible throughput lies between the two
                // values.
                double peakAfter = peak(node, flood, round);
                return told((peak + peakAfter) / 2, tally, node.highestMemoryMib(), alone);
            }
        }
    }

    /// The maximum throughput without rejections, in requests per second.
    private static double peak(ServerNode node, LoadGenerator flood, Duration round) throws IOException {
        double peak = 0;
        for (int atOnce : AT_ONCE) {
            Duration before = node.processorTime();
            LatencyStats tally = flood.inTurns(atOnce, round);
            System.out.printf(
                    "  %d at once: %.0f a second, each %.2f ms of the processors%n",
                    atOnce, tally.goodput(), each(node, before, tally));
            peak = Math.max(peak, tally.goodput());
        }
        return peak;
    }

    /// Processor milliseconds per successful request, including the cost of rejections.
    private static double each(ServerNode node, Duration before, LatencyStats tally) {
        return (node.processorTime().toMillis() - before.toMillis()) / (double) tally.count(LoadGenerator.Answer.TAKEN);
    }

    private static Outcome told(double peak, LatencyStats tally, long memory, boolean alone) {
        double share = tally.goodput() / peak;
        long refused = tally.count(LoadGenerator.Answer.REFUSED);
        long lost = tally.count(LoadGenerator.Answer.OTHER) + tally.count(LoadGenerator.Answer.NONE);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("a second at its peak", Math.round(peak));
        figures.put("a second offered", Math.round(tally.offered()));
        figures.put("of the peak done", hundredths(share));
        figures.put("of the plays and ratings kept", hundredths(tally.writesTaken()));
        figures.put("of the reads answered", hundredths(tally.readsTaken()));
        figures.put("ms 99 of 100 of these took at most", Math.round(tally.p99(LoadGenerator.Answer.TAKEN)));
        figures.put("refused with 503 and a Retry-After", refused);
        figures.put("ms 99 of 100 refusals took at most", hundredths(tally.p99(LoadGenerator.Answer.REFUSED)));
        figures.put("ms 99 of 100 requests went out late at most", hundredths(tally.p99Late()));
        figures.put("found no connection to go out on", tally.unsent());
        figures.put("answered otherwise", tally.count(LoadGenerator.Answer.OTHER));
        figures.put("not answered", tally.count(LoadGenerator.Answer.NONE));
        figures.put("MiB of memory at most", memory);
        List<String> faults = new ArrayList<>();
        fault(faults, lost * ENDED_UNDER_IT > tally.sent(), "not everybody was told");
        fault(faults, refused == 0, "nobody was refused: it was not too much");
        fault(faults, tally.writesTaken() < tally.readsTaken(), "reads went before what was to be kept");
        List<String> late = new ArrayList<>();
        if (alone) {
            fault(faults, memory > MEMORY_MIB, "it took more memory than it may");
            fault(late, tally.writesTaken() < WRITES_KEPT, "too little was kept");
            fault(late, tally.unsent() * 100 > tally.sent(), "not all that was due could be asked");
            fault(late, share < GOODPUT, "it did less than it can");
            fault(late, tally.p99(LoadGenerator.Answer.TAKEN) > TAKEN_MILLIS, "who was let in waited too long");
            fault(late, tally.p99(LoadGenerator.Answer.REFUSED) > REFUSED_MILLIS, "refusals came late");
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
