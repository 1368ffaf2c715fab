package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.db.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class LargeLibrariesTest {

    @Test
    void sixteenConcurrentLargestLibrariesStayWithinTheMemoryLimit() throws Exception {
        LargeLibraries.Measured measured = LargeLibraries.run(TestDatabases.folder(), 16);

        assertThat(measured.peakMib()).as(measured.toString()).isLessThan(ServerProcess.MEMORY_LIMIT_MIB);
        assertThat(measured.statuses().keySet()).as(measured.toString()).isSubsetOf(200, 503);
        System.out.println(measured);
    }
}
