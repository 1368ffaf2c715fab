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
    private ExportWorld world;
    private ExportSpool spool;

    @BeforeEach
    void open() {
        world = new ExportWorld(engine);
        spool = new ExportSpool(world.features.userExport(), folder, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private SpooledExport export(Account account) throws TooManyExportsException {
        return spool.write(account, Actor.OPERATOR);
    }

    @Test
    void anArchiveIsCompleteAndItsSpaceIsFreeAfterwards() throws Exception {
        SpooledExport export = export(world.ann);

        byte[] archive;
        try (InputStream content = export.content()) {
            assertThat(spool.usedBytes()).isEqualTo(export.bytes()).isPositive();
            archive = content.readAllBytes();
        }

        assertThat(archive).hasSize((int) export.bytes());
        assertThat(ExportWorld.members(archive)).containsKey("spoolmark.json");
        assertThat(spool.usedBytes()).isZero();
        assertNoFiles();
    }

    @Test
    void aClientThatGoesAwayInTheMiddleLeavesNothing() throws Exception {
        SpooledExport export = export(world.ann);

        try (InputStream content = export.content()) {
            assertThat(content.readNBytes(100)).hasSize(100);
        }
        export.close();

        assertThat(spool.usedBytes()).isZero();
        assertNoFiles();
    }

    @Test
    void aUserExportsTwiceAnHour() throws Exception {
        export(world.ann).close();
        export(world.ann).close();
        assertThatThrownBy(() -> export(world.ann))
                .isInstanceOfSatisfying(
                        TooManyExportsException.class,
                        limited -> assertThat(limited.untilNext())
                                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
        export(world.create("bob")).close();

        world.clock.pass(Duration.ofMinutes(31));
        export(world.ann).close();
    }

    @Test
    void withoutSpaceNothingIsSentAndNothingIsLeft() throws Exception {
        ExportSpool small =
                new ExportSpool(world.features.userExport(), folder, world.clock, 1_000, Duration.ofMinutes(1));

        assertThatThrownBy(() -> small.write(world.ann, Actor.OPERATOR))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isInstanceOf(Problem.Overloaded.class));

        assertThat(small.usedBytes()).isZero();
        assertNoFiles();
        assertThat(log()).isEmpty();
    }

    @Test
    void anExportThatTakesTooLongIsRejectedAndLeavesNothing() throws Exception {
        ExportSpool slow = new ExportSpool(
                world.features.userExport(), folder, world.clock, ExportSpool.MAX_BYTES, Duration.ofNanos(1));

        assertThatThrownBy(() -> slow.write(world.ann, Actor.OPERATOR))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isInstanceOf(Problem.Overloaded.class));

        assertThat(slow.usedBytes()).isZero();
        assertNoFiles();
        assertThat(log()).isEmpty();
    }

    @Test
    void anExportIsInTheSecurityLogOnce() throws Exception {
        export(world.ann).close();

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

        assertThatThrownBy(() -> world.features.userExport().write(world.ann, full, ExportProgress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");

        world.features.watchlist().addMovies(world.ann.id(), List.of(world.movie));
        assertThat(ExportWorld.json(world.export(world.ann), "lists-watchlist.json"))
                .hasSize(1);
    }

    private Stream<String> log() {
        return world.features.accounts().audit().newestAbout(world.ann.id().value(), 10).stream()
                .map(AuditEntry::action)
                .filter("data-exported"::equals);
    }

    private void assertNoFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
