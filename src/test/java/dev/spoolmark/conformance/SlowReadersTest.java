package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class SlowReadersTest {

    @Test
    void fourHundredSlowReadersLeaveMemoryAndCapacityForOthers() throws Exception {
        SlowReaders.Measured measured = SlowReaders.run(TestDatabases.folder(), 400, Duration.ofSeconds(20));

        assertThat(measured.peakMib()).as(measured.toString()).isLessThan(ServerProcess.MEMORY_LIMIT_MIB);
        assertThat(measured.failed()).as(measured.toString()).isZero();
        assertThat(measured.broken()).as(measured.toString()).isZero();
        assertThat(measured.reading()).as(measured.toString()).isEqualTo(400);
        assertThat(measured.served()).as(measured.toString()).isPositive();
        System.out.println(measured);
    }
}
