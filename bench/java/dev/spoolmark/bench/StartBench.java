package dev.spoolmark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Time from the start of the process to the first response, and memory of the idle server. Uses the launcher on
/// existing data.
final class StartBench {

    private static final double TARGET_SECONDS = 0.6;
    private static final double TARGET_MIB = 128;
    private static final int STARTS = 9;
    private static final int IDLE = 2;
    private static final int IDLE_SECONDS = 10;

    private StartBench() {}

    static void run() throws Exception {
        Path data = Files.createTempDirectory("spoolmark-bench-");
        LaunchedServer.on(data).close(); // makes the tables, and the launcher's cache when it is not there yet
        List<Double> seconds = new ArrayList<>();
        double mib = 0;
        for (int round = 0; round < STARTS; round++) {
            try (LaunchedServer server = LaunchedServer.on(data)) {
                seconds.add(server.seconds());
                if (round >= STARTS - IDLE) {
                    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                    mib = Math.max(mib, server.mib());
                }
            }
        }
        DataFolders.delete(data);
        System.out.printf(
                "%-28s %12.2f s   expected <= %.1f   %s%n",
                "start to first answer",
                PairedComparison.median(seconds),
                TARGET_SECONDS,
                PairedComparison.median(seconds) <= TARGET_SECONDS ? "ok" : "MISSED");
        System.out.printf(
                "%-28s %12.0f MiB expected <= %.0f   %s%n",
                "memory when idle", mib, TARGET_MIB, mib <= TARGET_MIB ? "ok" : "MISSED");
    }
}
