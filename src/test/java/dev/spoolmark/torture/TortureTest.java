package dev.spoolmark.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tortures, short: real servers in processes of their own. `torture/run` has them in full length.
class TortureTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void acknowledgedWritesSurviveAKill(Engine engine) throws IOException, InterruptedException {
        assertPassed(KillTorture.run(engine, TestDatabases.folder(), 2));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void acceptedRequestsAreAnsweredBeforeTheServerStops(Engine engine) throws IOException, InterruptedException {
        assertPassed(SigtermTorture.run(engine, TestDatabases.folder(), 1));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void repeatedRequestsTakeEffectOnce(Engine engine) throws IOException, InterruptedException {
        assertPassed(RetryTorture.run(engine, TestDatabases.folder(), 80));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void concurrentEqualRequestsTakeEffectOnce(Engine engine) throws IOException {
        assertPassed(RaceTorture.run(engine, TestDatabases.folder(), 24));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void clockJumpsCreateNoDuplicates(Engine engine) throws IOException {
        assertPassed(ClockTorture.run(engine, 80));
    }

    @Test
    void responsesAreIdenticalInEveryLocale() throws IOException, InterruptedException {
        assertPassed(LocaleTorture.run(LocaleTorture.SAMPLES));
    }

    @Test
    void twoNodesLoseNothingWhenOneIsKilled() throws IOException, InterruptedException {
        assertPassed(NodesTorture.run(TestDatabases.folder(), TestDatabases.folder(), 1));
    }

    @Test
    void aBackupUnderLoadIsConsistent() throws IOException, InterruptedException {
        assertPassed(BackupTorture.run(TestDatabases.folder(), 1));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the limit of writes is one that Linux keeps")
    void writesThatTheDiskRejectsAreNotAcknowledged() throws IOException, InterruptedException {
        assertPassed(DiskTorture.closed(TestDatabases.folder(), 1));
    }

    @Test
    void aUserWithManyPlaysDoesNotDelayOthers() throws IOException {
        assertPassed(HeavyUserTorture.run(20, 1, 400, false));
    }

    @Test
    void overloadIsReportedToEveryClient() throws IOException {
        assertPassed(OverloadTorture.run(TestDatabases.folder(), Duration.ofSeconds(6), false));
    }

    @Test
    void passwordGuessesDoNotAffectOtherUsers() throws IOException, InterruptedException {
        assertPassed(BruteForceTorture.run(TestDatabases.folder(), Duration.ofSeconds(6), 1_000));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
    void bodiesOfAnonymousClientsTakeLittleMemory() throws IOException, InterruptedException {
        assertPassed(MemoryTorture.run(TestDatabases.folder(), Duration.ofSeconds(5), 40));
    }

    @Test
    void malformedRequestsGetClientErrors() throws IOException, InterruptedException {
        assertPassed(FuzzTorture.run(TestDatabases.folder(), Duration.ofSeconds(5), 1));
    }

    private static void assertPassed(Outcome outcome) {
        assertThat(outcome.faults()).as(outcome.toString()).isEmpty();
    }
}
