package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.transfer.format.SampleRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Imports that end in the middle: whatever was stored, the end is the same as without the fault.
class ImportFaultsTest {

    private static final int MOVIES = 300;
    private static final int EPISODES = 400;
    private static final int PLAYS = 7_000;
    private static final int RATED = 250;
    private static final int STOPS = 10;
    private static final Instant NEWEST = Instant.parse("2026-10-01T12:00:00Z");

    private final Random random = new Random();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anImportStoppedAtTenRandomPlacesHasTheSameResult(Engine engine) {
        Map<String, List<String>> expected;
        try (ImportFixture undisturbed = new ImportFixture(engine)) {
            know(undisturbed);
            undisturbed.run(archive(undisturbed.directory));
            expected = undisturbed.content();
        }
        try (ImportFixture fixture = new ImportFixture(engine)) {
            know(fixture);
            Map<String, List<String>> before = fixture.content();
            ImportRun run = started(fixture);
            TreeSet<Long> places = new TreeSet<>();
            while (places.size() < STOPS) {
                places.add(random.nextLong(1, PLAYS / RecordBatches.SIZE + 1) * RecordBatches.SIZE);
            }
            for (long place : places) {
                stopAt(fixture, run, place);
                fixture.clock.pass(ImportWorker.LEASE.plusSeconds(1));
            }
            fixture.imports.worker().runWaiting();
            assertEnded(fixture, run, before, expected);
        }
    }

    @Test
    void aKilledCommandIsContinuedByASecondStart() throws IOException, InterruptedException {
        Map<String, List<String>> expected;
        try (ImportFixture undisturbed = new ImportFixture(Engine.SQLITE)) {
            know(undisturbed);
            undisturbed.run(archive(undisturbed.directory));
            expected = undisturbed.content();
        }
        Path file = TestDatabases.file();
        Path data = Objects.requireNonNull(file.getParent());
        try (ImportFixture fixture = new ImportFixture(DatabaseFactory.sqlite(file), data)) {
            know(fixture);
            Map<String, List<String>> before = fixture.content();
            kill(fixture, command(data, archive(data)));
            ImportRun left = fixture.imports.of(fixture.user()).getFirst();
            assertThat(left.status()).isEqualTo(ImportStatus.RUNNING);
            assertThat(left.position()).isBetween(1L, PLAYS - 1L);
            assertThat(fixture.imports.resume(fixture.user(), position -> {}))
                    .as("the lease of the killed process has ended")
                    .isPresent();
            assertEnded(fixture, left, before, expected);
        }
    }

    private static void assertEnded(
            ImportFixture fixture,
            ImportRun run,
            Map<String, List<String>> before,
            Map<String, List<String>> expected) {
        ImportRun ended = fixture.imports.find(fixture.user(), run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(ended.counts().added(RecordType.PLAY)).isEqualTo(PLAYS);
        assertThat(ended.counts().added(RecordType.RATING)).isEqualTo(RATED);
        assertThat(fixture.content()).isEqualTo(expected);
        fixture.undo(ended);
        assertThat(fixture.content()).isEqualTo(before);
    }

    private static ImportRun started(ImportFixture fixture) {
        ImportRun run = fixture.upload(archive(fixture.directory), ImportChoices.of(ImportFixture.ZONE));
        fixture.imports.start(fixture.user(), run.id(), run.choices(), PLAYS + RATED);
        return run;
    }

    private static void stopAt(ImportFixture fixture, ImportRun run, long place) {
        try {
            fixture.imports.runNow(fixture.user(), run.id(), position -> {
                if (position >= place) {
                    throw new IllegalStateException("stopped at " + position);
                }
            });
        } catch (IllegalStateException stopped) {
            assertThat(stopped).hasMessageStartingWith("stopped at ");
        }
    }

    /// Kills the process at a random place after its first batch.
    private void kill(ImportFixture fixture, Process process) throws InterruptedException {
        long place = random.nextLong(1, PLAYS / 2);
        while (process.isAlive() && position(fixture) < place) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        // The process has used the time of day; its lease ends a minute later.
        fixture.clock.pass(Duration.between(fixture.clock.instant(), Instant.now())
                .plus(ImportWorker.LEASE)
                .plusSeconds(1));
    }

    private static long position(ImportFixture fixture) {
        return fixture.imports.of(fixture.user()).stream()
                .mapToLong(ImportRun::position)
                .findFirst()
                .orElse(0);
    }

    private static Process command(Path data, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.spoolmark.app.Main",
                        "import",
                        "--data",
                        data.toString(),
                        "--user",
                        "ann",
                        "--zone",
                        ImportFixture.ZONE.getId(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The items of the archive, so that their ids do not depend on faults.
    private static void know(ImportFixture fixture) {
        fixture.features
                .catalog()
                .findOrCreateMovies(IntStream.range(0, MOVIES)
                        .mapToObj(number -> new MovieRef(Ids.ofTmdb(1_000L + number), "Movie " + number, 2019))
                        .toList());
        ShowRef show = new ShowRef(Ids.ofTvdb(77L), "Harbour Street", 2020);
        fixture.features
                .catalog()
                .findOrCreateEpisodes(IntStream.rangeClosed(1, EPISODES)
                        .mapToObj(number -> new EpisodeRef(show, 1, number, Ids.NONE))
                        .toList());
    }

    private static Path archive(Path directory) {
        return SampleRecords.archive(
                directory.resolve("faults.zip"),
                Map.of(
                        "watched-history.json", array(PLAYS, ImportFaultsTest::play),
                        "ratings-movies.json",
                                array(
                                        RATED,
                                        number -> "{\"rating\": %d, \"rated_at\": \"%s\", %s}"
                                                .formatted(
                                                        number % 10 + 1, NEWEST.minusSeconds(number), movie(number))),
                        "lists-watchlist.json",
                                array(
                                        RATED,
                                        number -> "{\"rank\": %d, \"listed_at\": \"%s\", %s}"
                                                .formatted(number + 1, NEWEST.minusSeconds(number), movie(number)))));
    }

    private static String array(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String play(int number) {
        String item = number % 3 == 0
                ? movie(number % MOVIES)
                : "\"type\": \"episode\", \"episode\": {\"season\": 1, \"number\": %d}, \"show\": {\"title\":"
                                .formatted(number % EPISODES + 1)
                        + " \"Harbour Street\", \"year\": 2020, \"ids\": {\"tvdb\": 77}}";
        return "{\"watched_at\": \"%s\", \"action\": \"watch\", %s}"
                .formatted(NEWEST.minusSeconds(3_600L * number), item);
    }

    private static String movie(int number) {
        return "\"type\": \"movie\", \"movie\": {\"title\": \"Movie %d\", \"year\": 2019, \"ids\": {\"tmdb\": %d}}"
                .formatted(number, 1_000 + number);
    }
}
