package dev.spoolmark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Measures a server started by the launcher while the database grows from five thousand to five million plays.
/// Each size runs in a separate process on a copy of the database, so that writes of one load do not affect the
/// next.
final class ScalingBench {

    /// Numbers of other users, with 5,000 plays each.
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.otherUsers", "0,9,99,999").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private static final int STARTS = 5;
    private static final int IDLE_SECONDS = 6;
    private static final double TARGET_START = 0.6;
    private static final double TARGET_IDLE = 128;
    private static final double TARGET_LOADED = 256;

    private final Path folder;
    private final Measurements figures = new Measurements();

    private ScalingBench(Path folder) {
        this.folder = folder;
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("spoolmark-bench-");
        try {
            new ScalingBench(folder).measure();
        } finally {
            DataFolders.delete(folder);
        }
    }

    private void measure() throws Exception {
        ScalingData data = new ScalingData(folder.resolve("grown"));
        data.begin();
        try (LaunchedServer _ = LaunchedServer.on(folder.resolve("grown"))) {
            TimeUnit.SECONDS.sleep(IDLE_SECONDS); // builds the search index
        }
        for (int otherUsers : SIZES) {
            long plays = data.grow(otherUsers);
            System.out.printf("%-28s %,d%n", "curves, plays", plays);
            figures.at(plays);
            Path copy = folder.resolve("copy");
            DataFolders.copy(folder.resolve("grown"), copy);
            starts(copy);
            try (LaunchedServer server = LaunchedServer.on(copy)) {
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                figures.add(new Measurement("idle", "memory", "MiB", TARGET_IDLE), server.mib());
                new ScalingLoads(server, figures, TARGET_LOADED).run();
            }
            DataFolders.delete(copy);
        }
        figures.print();
        Path written = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(written.resolve("growth.tsv"), figures.table());
        Files.writeString(written.resolve("growth.md"), figures.markdown());
        ScalingCharts.draw(figures, Path.of("docs/performance"));
    }

    private void starts(Path data) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int n = 0; n < STARTS; n++) {
            try (LaunchedServer server = LaunchedServer.on(data)) {
                seconds.add(server.seconds());
            }
        }
        figures.add(
                new Measurement("start to first answer", "start", "s", TARGET_START), PairedComparison.median(seconds));
    }
}
