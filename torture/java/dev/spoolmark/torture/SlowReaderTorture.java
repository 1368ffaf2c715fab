package dev.spoolmark.torture;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.conformance.SlowReaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Many clients request the largest responses and read 1 KiB per second.
final class SlowReaderTorture {

    private static final long SLOWEST_MILLIS = 10_000;

    private SlowReaderTorture() {}

    static Outcome run(Path folder, Duration time, int connections) throws Exception {
        SlowReaders.Measured measured = SlowReaders.run(folder, connections, time);
        List<String> faults = new ArrayList<>();
        if (measured.peakMib() >= ServerProcess.MEMORY_LIMIT_MIB) {
            faults.add("the server held " + measured.peakMib() + " MiB");
        }
        if (measured.failed() > 0) {
            faults.add(measured.failed() + " requests of the other client failed");
        }
        if (measured.reading() < connections) {
            faults.add("only " + measured.reading() + " slow readers got a response");
        }
        if (measured.broken() > 0) {
            faults.add(measured.broken() + " slow readers were cut off");
        }
        List<String> late = measured.slowestMillis() > SLOWEST_MILLIS
                ? List.of("the other client waited " + measured.slowestMillis() + " ms")
                : List.of();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("slow readers", connections);
        figures.put("MiB at most", measured.peakMib());
        figures.put("responses to the other client", measured.served());
        figures.put("of its requests rejected with 503", measured.busy());
        figures.put("ms the slowest of these took", measured.slowestMillis());
        return new Outcome("slow readers", figures, faults, late);
    }
}
