package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import dev.spoolmark.sample.SampleCatalog;
import dev.spoolmark.sample.SampleCommunity;
import dev.spoolmark.sample.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The data directory of `web`: a million titles, a user with 100,000 plays of 1,500 shows and 7,500 movies, and 1,000
/// others with 5 million plays together. It is kept for the next run, but only for some weeks, since its
/// episodes air around the time of its creation.
final class WebDatabase {

    static final String USER = "person";

    /// Changes with the content, besides the migrations.
    private static final String VERSION = "4";

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/common");

    private static final Duration LONGEST = Duration.ofDays(20);
    private static final int SHOWS = 1_500;
    private static final int MOVIES = 10_000;
    private static final int PEOPLE = 20_000;
    private static final int TITLES = 1_000_000;
    private static final SampleCommunity OTHERS = new SampleCommunity(1_000, 18, SHOWS, MOVIES, 200, 300);
    private static final SampleLibrary LIBRARY = new SampleLibrary(SHOWS, 7_500, 60, 20_000, 2_000);

    private static final List<String> COUNTS = List.of("play", "episode", "movie", "comment", "list_item", "rating");

    private WebDatabase() {}

    /// The directory, which is filled if it is missing or too old.
    static Path folder() throws IOException {
        Path folder = Path.of(System.getProperty("bench.web", "target/bench/web"));
        Path complete = folder.resolve("complete.txt");
        if (!isUsable(complete)) {
            if (Files.exists(folder)) {
                DataFolders.delete(folder);
            }
            Files.createDirectories(folder);
            fill(folder);
            Files.writeString(complete, version());
        }
        return folder;
    }

    private static String version() throws IOException {
        try (Stream<Path> migrations = Files.list(MIGRATIONS)) {
            return VERSION
                    + migrations.map(file -> " " + file.getFileName()).sorted().collect(Collectors.joining());
        }
    }

    private static boolean isUsable(Path complete) throws IOException {
        return Files.exists(complete)
                && Files.readString(complete).equals(version())
                && Files.getLastModifiedTime(complete)
                        .toInstant()
                        .isAfter(Instant.now().minus(LONGEST));
    }

    private static void fill(Path folder) throws IOException {
        long began = System.nanoTime();
        try (BenchServer server = BenchServer.on(folder)) {
            Database database = server.database();
            new SampleCatalog(
                            database,
                            server.features().clock(),
                            server.features().catalog())
                    .fill(SHOWS, MOVIES, PEOPLE);
            Account user = server.account(USER);
            Instant now = server.features().clock().instant();
            LIBRARY.fill(database, user.id(), now);
            OTHERS.fill(database, user.id(), now);
            new ManyTitles().write(database, TITLES, title -> {});
            server.features().search().rebuild();
            print(database, user, (System.nanoTime() - began) / 1e9);
        }
    }

    private static void print(Database database, Account user, double seconds) {
        System.out.printf(
                "%-28s %,d plays of the user, in %.0f s%n",
                "web, data", count(database, "play WHERE user_id = " + user.id().value()), seconds);
        COUNTS.forEach(table -> System.out.printf(Locale.ROOT, "%-28s %,d %s%n", "", count(database, table), table));
    }

    private static long count(Database database, String table) {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1)))
                .orElse(0L);
    }
}
