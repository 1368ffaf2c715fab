package dev.spoolmark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Every figure of the server, as a person starts it, while its store grows from five thousand plays to five million.
/// Each size is a process of its own on a copy of the store, so that what one load writes is not there for the next.
final class Curves {

    /// Strangers, of 5,000 plays each; the first of them is the person alone.
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.strangers", "0,9,99,999").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private static final int STARTS = 5;
    private static final int IDLE_SECONDS = 6;
    private static final double WANTED_START = 0.6;
    private static final double WANTED_IDLE = 128;
    private static final double WANTED_LOADED = 256;

    private final Path folder;
    private final Figures figures = new Figures();

    private Curves(Path folder) {
        this.folder = folder;
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("spoolmark-bench-");
        try {
            new Curves(folder).measure();
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure() throws Exception {
        CurveData data = new CurveData(folder.resolve("grown"));
        data.begin();
        try (Launched first = Launched.on(folder.resolve("grown"))) {
            first.port(); // makes the launcher's cache when it is not there yet
        }
        for (int strangers : SIZES) {
            long plays = data.grow(strangers);
            System.out.printf("%-28s %,d%n", "curves, plays", plays);
            figures.at(plays);
            Path copy = folder.resolve("copy");
            Folders.copy(folder.resolve("grown"), copy);
            starts(copy);
            try (Launched server = Launched.on(copy)) {
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                figures.add(new Figure("idle", "memory", "MiB", WANTED_IDLE), server.mib());
                new CurveLoads(server, figures, WANTED_LOADED).run();
            }
            Folders.delete(copy);
        }
        figures.print();
        Path written = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(written.resolve("growth.tsv"), figures.table());
        Files.writeString(written.resolve("growth.md"), figures.markdown());
        CurveCharts.draw(figures, Path.of("docs/performance"));
    }

    private void starts(Path data) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int n = 0; n < STARTS; n++) {
            try (Launched server = Launched.on(data)) {
                seconds.add(server.seconds());
            }
        }
        figures.add(new Figure("start to first answer", "start", "s", WANTED_START), Ratio.median(seconds));
    }
}
