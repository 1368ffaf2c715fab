package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class ServerProcessTest {

    @Test
    void theLauncherLimitsTheHeapAndExitsWhenItIsExhausted() throws IOException {
        assertThat(LauncherCommand.javaWithOptions()).contains("-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void aStartedServerStaysWithinTheMemoryLimit() throws IOException, InterruptedException {
        try (ServerProcess server =
                ServerProcess.start(TestDatabases.folder(), Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"))) {
            assertThat(server.memoryMib()).isBetween(30L, server.peakMemoryMib());
            assertThat(server.peakMemoryMib()).isLessThan(ServerProcess.MEMORY_LIMIT_MIB);

            server.kill();
            assertThat(server.isAlive()).isFalse();
        }
    }
}
