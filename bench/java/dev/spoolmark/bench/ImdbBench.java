package dev.spoolmark.bench;

import dev.spoolmark.app.Main;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.config.RawSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Imports generated IMDb data sets into an empty catalog, in a separate process with a fixed heap. Measures
/// duration and memory, compares with inserting the same rows directly, and checks that killing the process does
/// not change the result.
final class ImdbBench {

    private static final int TITLES = Integer.getInteger("bench.titles", 1_000_000);
    private static final int EPISODES = Integer.getInteger("bench.episodes", 2_000_000);
    private static final int KILLS = 3;
    private static final String HEAP = "-Xmx96m";
    private static final double TARGET_ROWS = 50_000;
    private static final double TARGET_MIB = 256;

    private final Path folder;
    private final Path files;

    private ImdbBench(Path folder) throws IOException {
        this.folder = folder;
        this.files = Files.createDirectory(folder.resolve("files"));
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("spoolmark-bench-");
        try {
            new ImdbBench(folder).measure();
        } finally {
            DataFolders.delete(folder);
        }
    }

    private void measure() throws Exception {
        ImdbFiles.write(files, TITLES, EPISODES);
        Path data = folder.resolve("whole");
        Ended first = load(data, Long.MAX_VALUE);
        double rows = (TITLES + EPISODES) / first.seconds();
        print("imdb, new", "%,12.0f rows/s", rows, TARGET_ROWS, rows >= TARGET_ROWS);
        System.out.printf(
                "%-28s %,12.0f rows a second of processor time, all threads together%n",
                "imdb, new", (TITLES + EPISODES) / first.cpu());
        print("imdb, memory at most", "%,12.0f MiB", first.mib(), TARGET_MIB, first.mib() <= TARGET_MIB);
        double again = (TITLES + EPISODES) / load(data, Long.MAX_VALUE).seconds();
        System.out.printf("%-28s %,12.0f rows/s%n", "imdb, the same again", again);

        RawInsertBaseline plain = new RawInsertBaseline(store(data));
        double ceiling = (TITLES + EPISODES) / plain.into(store(empty("plain")));
        System.out.printf("%-28s %,12.0f rows/s   ratio %.2f%n", "imdb, plain inserts", ceiling, rows / ceiling);

        Path killed = folder.resolve("killed");
        Random random = new Random();
        for (int i = 0; i < KILLS; i++) {
            load(killed, (long) (1_000 + random.nextDouble() * 300 * first.seconds()));
        }
        load(killed, Long.MAX_VALUE);
        boolean same = CatalogContent.hash(store(data)).equals(CatalogContent.hash(store(killed)));
        System.out.printf("%-28s killed %d times and begun again   %s%n", "imdb", KILLS, same ? "ok" : "MISSED");
    }

    private static void print(String name, String form, double found, double expected, boolean ok) {
        System.out.printf("%-28s " + form + "   expected %,.0f   %s%n", name, found, expected, ok ? "ok" : "MISSED");
    }

    private record Ended(double seconds, double cpu, double mib) {}

    /// Runs the command in a separate process and kills it after `killAfter` milliseconds.
    private Ended load(Path data, long killAfter) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "catalog",
                        "load",
                        "--format",
                        "imdb",
                        "--data",
                        data.toString(),
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        double mib = 0;
        double cpu = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            mib = Math.max(mib, peakMib(process.pid()));
            cpu = process.info()
                    .totalCpuDuration()
                    .map(all -> all.toMillis() / 1e3)
                    .orElse(cpu);
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > killAfter) {
                process.destroyForcibly();
            }
        }
        if (killAfter == Long.MAX_VALUE && process.exitValue() != 0) {
            throw new IOException("the load failed: " + Files.readString(folder.resolve("out")));
        }
        return new Ended((System.nanoTime() - began) / 1e9, cpu, mib);
    }

    private static double peakMib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    private Path empty(String name) {
        Path data = folder.resolve(name);
        ServerContext.open(data, Map.of(), RawSettings.empty(), line -> {}).close();
        return data;
    }

    private static Path store(Path data) {
        return data.resolve("spoolmark.db");
    }
}
