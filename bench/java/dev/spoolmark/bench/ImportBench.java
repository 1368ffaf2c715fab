package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.transfer.ExportProgress;
import dev.spoolmark.transfer.UserExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The command `import` with the options of the launcher: 200,000 plays of 10,000 known movies and episodes, alone
/// and while a server on the same database stores plays of others; the preview of an archive of 50 MB; the export of
/// what was imported.
final class ImportBench {

    private static final int PLAYS = Integer.getInteger("bench.plays", 200_000);
    private static final long COMMENT_BYTES = 62_000_000;
    private static final int OTHERS = 16;
    private static final int SCROBBLES_PER_SECOND = 50;
    private static final int MOVIES_OF_OTHERS = 2_000;
    private static final double TARGET_ROWS = 25_000;
    private static final double TARGET_MIB = 200;
    private static final double TARGET_SCROBBLE_MILLIS = 50;
    private static final double TARGET_PREVIEW_SECONDS = 3;
    private static final double TARGET_EXPORT = 50_000;

    private final Path folder;
    private final Path data;
    private final Path archive;

    private ImportBench(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.archive = folder.resolve("trakt-export.zip");
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("spoolmark-bench-");
        try {
            new ImportBench(folder).measure();
        } finally {
            DataFolders.delete(folder);
        }
    }

    private void measure() throws Exception {
        fill();
        new ImportArchive().write(archive, PLAYS, 0);
        Ended preview = command("watcher", archive, "--dry-run");
        Ended alone = command("watcher", archive);
        double rows = PLAYS / Math.max(0.001, alone.seconds() - preview.seconds());
        print("import, alone", "%,12.0f rows/s", rows, TARGET_ROWS, rows >= TARGET_ROWS);
        System.out.printf(
                "%-28s %,12.0f rows/s with start, copy and preview of %.2f s%n",
                "import, whole command", PLAYS / alone.seconds(), preview.seconds());
        print("import, memory at most", "%,12.0f MiB", alone.mib(), TARGET_MIB, alone.mib() <= TARGET_MIB);
        beside();
        again();
        large();
        export();
    }

    private void fill() throws IOException {
        Files.createDirectories(data);
        try (BenchServer server = BenchServer.on(data)) {
            server.episodes(ImportArchive.SHOWS, ImportArchive.EPISODES);
            server.features()
                    .catalog()
                    .findOrCreateMovies(IntStream.range(0, ImportArchive.MOVIES + MOVIES_OF_OTHERS)
                            .mapToObj(ImportBench::movie)
                            .toList());
            server.account("watcher");
            server.account("second");
            IntStream.range(0, OTHERS).forEach(number -> server.account("other" + number));
        }
    }

    private static MovieRef movie(int number) {
        return new MovieRef(Ids.ofTmdb(ImportArchive.movieTmdb(number)), "Movie " + number, 2000);
    }

    /// The scrobbles of others at a server with the same database, without and during an import.
    private void beside() throws Exception {
        try (LaunchedServer server = LaunchedServer.on(data)) {
            List<AtomicInteger> next = IntStream.range(0, OTHERS)
                    .mapToObj(user -> new AtomicInteger())
                    .toList();
            Load load = Load.changing(
                    server.port(),
                    OTHERS,
                    user -> () -> scrobble(user, next.get(user).getAndIncrement()));
            load.millisAt(SCROBBLES_PER_SECOND, Duration.ofSeconds(3));
            double[] before = load.millisAt(SCROBBLES_PER_SECOND, Duration.ofSeconds(5));
            AtomicReference<Ended> ended = new AtomicReference<>();
            Thread importing = Thread.ofPlatform().start(() -> ended.set(quietly("second")));
            List<Double> all = new ArrayList<>();
            while (importing.isAlive()) {
                for (double millis : load.millisAt(SCROBBLES_PER_SECOND, Duration.ofSeconds(1))) {
                    all.add(millis);
                }
            }
            importing.join();
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double slow = at(sorted, 0.99);
            System.out.printf(
                    "%-28s %,12.1f ms, median %.1f; %,.0f rows/s of the whole command%n",
                    "scrobbles before, p99",
                    at(before, 0.99),
                    at(before, 0.5),
                    PLAYS / ended.get().seconds());
            System.out.printf("%-28s %,12.1f ms%n", "scrobbles meanwhile, median", at(sorted, 0.5));
            print(
                    "scrobbles meanwhile, p99",
                    "%,12.1f ms",
                    slow,
                    TARGET_SCROBBLE_MILLIS,
                    slow <= TARGET_SCROBBLE_MILLIS);
        }
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) (sorted.length * part)];
    }

    private static byte[] scrobble(int user, int number) {
        return Load.post(
                "/movie/scrobble/" + BenchServer.KEY,
                "{\"username\":\"other%d\",\"password\":\"%s\",\"duration\":45,\"progress\":99,\"tmdb_id\":%d,"
                                .formatted(
                                        user,
                                        BenchServer.PASSWORD,
                                        ImportArchive.movieTmdb(ImportArchive.MOVIES + number % MOVIES_OF_OTHERS))
                        + "\"title\":\"Movie\",\"year\":2000}");
    }

    private Ended quietly(String user) {
        try {
            return command(user, archive);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void again() throws Exception {
        Ended again = command("watcher", archive);
        System.out.printf(
                "%-28s %,12.0f rows/s of the whole command%n", "import, the same again", PLAYS / again.seconds());
    }

    private void large() throws Exception {
        Path large = folder.resolve("large.zip");
        new ImportArchive().write(large, 20_000, COMMENT_BYTES);
        Ended preview = command("watcher", large, "--dry-run");
        double seconds = preview.seconds();
        System.out.printf("%-28s %,12d bytes%n", "preview, archive", Files.size(large));
        print(
                "preview, whole command",
                "%,12.2f s",
                seconds,
                TARGET_PREVIEW_SECONDS,
                seconds <= TARGET_PREVIEW_SECONDS);
    }

    private void export() throws IOException {
        try (ServerContext context = ServerContext.open(data, Map.of(), RawSettings.empty(), line -> {})) {
            UserExport export =
                    context.features(java.time.InstantSource.system()).userExport();
            Account account = context.features(java.time.InstantSource.system())
                    .accounts()
                    .find("watcher")
                    .orElseThrow();
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                long began = System.nanoTime();
                export.write(account, OutputStream.nullOutputStream(), ExportProgress.NONE);
                rates.add(PLAYS / ((System.nanoTime() - began) / 1e9));
            }
            double rate = PairedComparison.median(rates.subList(1, rates.size()));
            print("export of the same", "%,12.0f plays/s", rate, TARGET_EXPORT, rate >= TARGET_EXPORT);
        }
    }

    private static void print(String name, String form, double found, double expected, boolean ok) {
        System.out.printf("%-28s " + form + "   expected %,.0f   %s%n", name, found, expected, ok ? "ok" : "MISSED");
    }

    private record Ended(double seconds, double mib) {}

    /// Runs the command to its end.
    private Ended command(String user, Path file, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("./spoolmark", "import", "--data", data.toString(), "--user", user, "--as", "trakt"));
        command.addAll(List.of(more));
        command.add(file.toString());
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        double mib = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            mib = Math.max(mib, peakMib(process.pid()));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        String out = Files.readString(folder.resolve("out"));
        if (process.exitValue() != 0) {
            throw new IOException("the import failed: " + out);
        }
        return new Ended(seconds, mib);
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
}
