package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Archives for clients that may read slowly.
@ParameterizedClass
@EnumSource(Engine.class)
class ExportSpoolTest {

    @Parameter
    Engine engine;

    private final Path folder = TestDatabases.folder().resolve("responses");
    private ExportFixture fixture;
    private ExportSpool spool;

    @BeforeEach
    void open() {
        fixture = new ExportFixture(engine);
        spool = new ExportSpool(fixture.features.userExport(), folder, fixture.clock);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SpooledExport export(Account account) throws TooManyExportsException, IOException {
        return spool.write(account, Actor.OPERATOR);
    }

    @Test
    void anArchiveIsCompleteAndItsSpaceIsFreeAfterwards() throws Exception {
        SpooledExport export = export(fixture.ann);

        byte[] archive;
        try (InputStream content = export.content()) {
            assertThat(spool.usedBytes()).isEqualTo(export.bytes()).isPositive();
            archive = content.readAllBytes();
        }

        assertThat(archive).hasSize((int) export.bytes());
        assertThat(ExportFixture.members(archive)).containsKey("spoolmark.json");
        assertThat(spool.usedBytes()).isZero();
        assertNoFiles();
    }

    @Test
    void aClientThatGoesAwayInTheMiddleLeavesNothing() throws Exception {
        SpooledExport export = export(fixture.ann);

        try (InputStream content = export.content()) {
            assertThat(content.readNBytes(100)).hasSize(100);
        }
        export.close();

        assertThat(spool.usedBytes()).isZero();
        assertNoFiles();
    }

    @Test
    void aUserExportsTwiceAnHour() throws Exception {
        export(fixture.ann).close();
        export(fixture.ann).close();
        assertThatThrownBy(() -> export(fixture.ann))
                .isInstanceOfSatisfying(
                        TooManyExportsException.class,
                        limited -> assertThat(limited.untilNext())
                                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
        export(fixture.create("bob")).close();

        fixture.clock.pass(Duration.ofMinutes(31));
        export(fixture.ann).close();
    }

    @Test
    void anArchiveThatIsTooLargeIsNotSentAndLeavesNothing() throws Exception {
        ExportSpool small =
                new ExportSpool(fixture.features.userExport(), folder, fixture.clock, 1_000, Duration.ofMinutes(1));

        assertThat(warningsOf(() -> assertThatThrownBy(() -> small.write(fixture.ann, Actor.OPERATOR))
                        .isInstanceOf(ExportTooLargeException.class)))
                .containsExactly(
                        "the export of user " + fixture.ann.id().value() + " failed: it has more than 1000 bytes");

        assertThat(small.usedBytes()).isZero();
        assertNoFiles();
        assertThat(log()).isEmpty();
    }

    @Test
    void anExportThatTakesTooLongIsRejectedAndLeavesNothing() throws Exception {
        ExportSpool slow = new ExportSpool(
                fixture.features.userExport(), folder, fixture.clock, ExportSpool.MAX_BYTES, Duration.ofNanos(1));

        assertThat(warningsOf(() -> assertThatThrownBy(() -> slow.write(fixture.ann, Actor.OPERATOR))
                        .isInstanceOf(ExportTooLargeException.class)))
                .hasSize(1);

        assertThat(slow.usedBytes()).isZero();
        assertNoFiles();
        assertThat(log()).isEmpty();
    }

    /// The user may try again: the permit is given back.
    @Test
    void withoutSpaceBesideOtherArchivesTheExportDoesNotCount() throws Exception {
        long bytes;
        try (SpooledExport export = export(fixture.create("bob"))) {
            bytes = export.bytes();
        }
        ExportSpool small = new ExportSpool(
                fixture.features.userExport(), folder, fixture.clock, bytes * 3 / 2, Duration.ofMinutes(1));

        try (SpooledExport other = small.write(fixture.create("eve"), Actor.OPERATOR)) {
            for (int n = 0; n < 3; n++) {
                assertThat(warningsOf(() -> assertThatThrownBy(() -> small.write(fixture.ann, Actor.OPERATOR))
                                .isInstanceOfSatisfying(
                                        ProblemException.class,
                                        rejected ->
                                                assertThat(rejected.problem()).isInstanceOf(Problem.Overloaded.class))))
                        .singleElement()
                        .asString()
                        .contains("the exports that are being sent have " + other.bytes() + " bytes");
            }
        }

        small.write(fixture.ann, Actor.OPERATOR).close();
        small.write(fixture.ann, Actor.OPERATOR).close();
        assertThat(small.usedBytes()).isZero();
    }

    @Test
    void aClientThatReadsForHalfAnHourIsCutOffByTheNextExport() throws Exception {
        SpooledExport slow = export(fixture.ann);
        InputStream content = slow.content();
        assertThat(content.read()).isPositive();
        fixture.clock.pass(Duration.ofMinutes(29));
        SpooledExport later = export(fixture.create("bob"));
        assertThat(content.read()).isPositive();

        fixture.clock.pass(Duration.ofMinutes(1));
        export(fixture.create("eve")).close();

        assertThatThrownBy(content::read).isInstanceOf(IOException.class);
        assertThat(spool.usedBytes()).isEqualTo(later.bytes());
        content.close();
        later.close();
        assertThat(spool.usedBytes()).isZero();
        assertNoFiles();
    }

    /// A session may be older than the decision.
    @Test
    void aUserWhoWasDisabledMeanwhileIsNotExported() throws Exception {
        fixture.features.accounts().administration().disable(fixture.ann.id(), Actor.OPERATOR);

        assertThatThrownBy(() -> export(fixture.ann))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isEqualTo(new Problem.NotFound("user")));
        assertNoFiles();
        assertThat(log()).isEmpty();
    }

    @Test
    void anExportIsInTheSecurityLogOnce() throws Exception {
        export(fixture.ann).close();

        assertThat(log()).containsExactly("data-exported");
    }

    /// The snapshot ends with the failure: later rows are visible to every connection.
    @Test
    void aFailureOfTheDiskEndsTheExport() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left on device");
            }
        };

        assertThatThrownBy(() -> fixture.features.userExport().write(fixture.ann, full, ExportProgress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");

        fixture.features.watchlist().addMovies(fixture.ann.id(), List.of(fixture.movie));
        assertThat(ExportFixture.json(fixture.export(fixture.ann), "lists-watchlist.json"))
                .hasSize(1);
    }

    private static List<String> warningsOf(Runnable work) {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(ExportSpool.class.getName());
        Filter before = logger.getFilter();
        logger.setFilter(record -> {
            warnings.add(record.getMessage());
            return false;
        });
        try {
            work.run();
        } finally {
            logger.setFilter(before);
        }
        return warnings;
    }

    private Stream<String> log() {
        return fixture.features.accounts().audit().newestAbout(fixture.ann.id().value(), 10).stream()
                .map(AuditEntry::action)
                .filter("data-exported"::equals);
    }

    private void assertNoFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
