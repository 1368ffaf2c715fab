package dev.spoolmark.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.catalog.ingest.DatasetStatus;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Repeated import of a folder with the IMDb data sets.
@ParameterizedClass
@EnumSource(Engine.class)
class ImdbRefreshTest {

    private static final String HEAD =
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n";
    private static final String LAMP = "tt0000101\tmovie\tThe Lamp\tDie Lampe\t0\t1961\t\\N\t93\tDrama\n";
    private static final String HARBOUR = "tt0000102\ttvSeries\tHarbour\tHarbour\t0\t1999\t2003\t45\tCrime\n";

    @Parameter
    private Engine engine;

    private final Path imdb = TestDatabases.folder();
    private volatile Instant now = Instant.parse("2013-06-24T12:00:00Z");
    private Database database;
    private Catalog catalog;
    private ImdbRefresh refresh;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, () -> now, new CatalogOptions(true));
        refresh = refresh("one");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFolderIsLoadedOnce() throws IOException {
        write(HEAD + LAMP + "broken\n");

        checkTwice();
        now = now.plus(Duration.ofDays(2));
        checkTwice();

        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0000101"))).isPresent();
        assertThat(state().outcome()).isEqualTo("1 added, 0 updated, 0 unchanged, 1 refused");
        assertThat(state().loadedAt()).isEqualTo(Instant.parse("2013-06-24T12:00:00Z"));
        assertThat(state().running()).isFalse();
        assertThat(state().error()).isNull();
    }

    @Test
    void filesThatStillChangeAreNotLoaded() throws IOException {
        write(HEAD);
        refresh.check();
        write(HEAD + LAMP);

        refresh.check();
        assertThat(state().loadedAt()).isNull();

        refresh.check();
        assertThat(state().outcome()).startsWith("1 added");
    }

    @Test
    void changedFilesAreLoadedADayLater() throws IOException {
        write(HEAD + LAMP);
        checkTwice();
        write(HEAD + LAMP + HARBOUR);

        now = now.plus(Duration.ofHours(23));
        checkTwice();
        assertThat(catalog.findShow(CatalogFixture.showRef("tt0000102"))).isEmpty();

        now = now.plus(Duration.ofHours(1));
        checkTwice();
        assertThat(state().outcome()).isEqualTo("1 added, 0 updated, 1 unchanged, 0 refused");
    }

    @Test
    void aMissingFolderIsReportedUntilItExists() throws IOException {
        Files.delete(imdb);
        checkTwice();
        assertThat(state().error()).isEqualTo(imdb + " does not exist or is not a directory");

        Files.createDirectory(imdb);
        checkTwice();
        assertThat(state().error()).isEqualTo(imdb + " holds no title.basics.tsv or title.basics.tsv.gz");

        write(HEAD + LAMP);
        checkTwice();
        assertThat(state().error()).isNull();
        assertThat(state().outcome()).startsWith("1 added");
    }

    @Test
    void aFolderThatReappearsUnchangedIsNotLoadedAgain() throws IOException {
        write(HEAD + LAMP);
        checkTwice();
        Path away = imdb.resolveSibling(imdb.getFileName() + "-away");
        Files.move(imdb, away);
        now = now.plus(Duration.ofDays(2));
        checkTwice();
        assertThat(state().error()).endsWith("does not exist or is not a directory");

        Files.move(away, imdb);
        checkTwice();

        assertThat(state().error()).isNull();
        assertThat(state().loadedAt()).isEqualTo(Instant.parse("2013-06-24T12:00:00Z"));
    }

    @Test
    void anInvalidFileIsReportedAndRetriedADayLater() throws IOException {
        write("nonsense\n");
        checkTwice();
        assertThat(state().error()).startsWith("title.basics.tsv");
        assertThat(state().dueAt()).isEqualTo(now.plus(Duration.ofDays(1)));

        write(HEAD + LAMP);
        checkTwice();
        assertThat(state().error()).isNotNull();
        assertThat(state().loadedAt()).isNull();

        now = now.plus(Duration.ofDays(1));
        checkTwice();
        assertThat(state().error()).isNull();
        assertThat(state().outcome()).startsWith("1 added");
    }

    @Test
    void anotherNodeLoadsAfterTheLeaseExpires() throws IOException {
        write(HEAD + LAMP);
        DatasetJobs other = jobs("other");
        other.register(ImdbRefresh.IMDB);
        assertThat(other.tryLease(ImdbRefresh.IMDB, "files")).isTrue();

        checkTwice();
        assertThat(state().running()).isTrue();
        assertThat(state().loadedAt()).isNull();

        now = now.plus(Duration.ofMinutes(2));
        refresh.check();
        assertThat(state().outcome()).startsWith("1 added");
        assertThat(other.renew(ImdbRefresh.IMDB)).isFalse();
    }

    @Test
    void stoppingReleasesTheLease() throws IOException {
        write(HEAD + LAMP);
        refresh.stop();
        checkTwice();
        assertThat(state().running()).isFalse();
        assertThat(state().loadedAt()).isNull();

        refresh = refresh("two");
        checkTwice();
        assertThat(state().outcome()).startsWith("1 added");
    }

    @Test
    void anUnexpectedExceptionIsReportedAndRetriedADayLater() throws IOException {
        write(HEAD + LAMP);
        refresh = failing(new IllegalStateException("with words that are nobody's business"));

        checkTwice();

        assertThat(state().error()).isEqualTo("internal error (java.lang.IllegalStateException): please report it");
        assertThat(state().dueAt()).isEqualTo(now.plus(Duration.ofDays(1)));
    }

    @Test
    void anOverloadedDatabaseIsRetriedSoon() throws IOException {
        write(HEAD + LAMP);
        refresh = failing(new ProblemException(new Problem.Overloaded(Duration.ofSeconds(1))));

        checkTwice();
        assertThat(state().error()).startsWith("the database is overloaded");

        refresh = refresh("one");
        checkTwice();
        assertThat(state().outcome()).startsWith("1 added");
    }

    @Test
    void theSchedulerLoadsTheFolder() throws IOException {
        write(HEAD + LAMP);

        try (ImdbScheduler _ = ImdbScheduler.start(BackgroundTasks.plain(), refresh, Duration.ofMillis(1))) {
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (jobs("").state(ImdbRefresh.IMDB).map(DatasetStatus::loadedAt).isEmpty()) {
                assertThat(System.nanoTime()).as("nothing was loaded").isLessThan(until);
                Thread.onSpinWait();
            }
        }
        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0000101"))).isPresent();
    }

    /// The first check only records the files.
    private void checkTwice() {
        refresh.check();
        refresh.check();
    }

    private void write(String rows) throws IOException {
        Files.writeString(imdb.resolve("title.basics.tsv"), rows);
    }

    private DatasetStatus state() {
        return jobs("").state(ImdbRefresh.IMDB).orElseThrow();
    }

    private ImdbRefresh refresh(String node) {
        Supplier<DatasetImport> load = () -> new DatasetImport(database, () -> now, catalog);
        return new ImdbRefresh(folder(), jobs(node), load, () -> now);
    }

    private ImdbRefresh failing(RuntimeException reason) {
        Supplier<DatasetImport> load = () -> {
            throw reason;
        };
        return new ImdbRefresh(folder(), jobs("one"), load, () -> now);
    }

    private ImdbDataset folder() {
        return new ImdbDataset(imdb, TestDatabases.folder());
    }

    private DatasetJobs jobs(String node) {
        return new DatasetJobs(database, () -> now, node);
    }
}
