package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {

    private static final Instant TIME = Instant.parse("2026-11-30T12:01:02Z");

    @Test
    void theNameContainsTheTime() {
        String name = BackupName.at(TIME, taken -> false);

        assertThat(name).isEqualTo("spoolmark-20261130T120102Z.backup");
        assertThat(BackupName.time(name)).contains(TIME);
    }

    @Test
    void aTakenNameGetsANumber() {
        Set<String> taken = Set.of("spoolmark-20261130T120102Z.backup", "spoolmark-20261130T120102Z-2.backup");
        String name = BackupName.at(TIME, taken::contains);

        assertThat(name).isEqualTo("spoolmark-20261130T120102Z-3.backup");
        assertThat(BackupName.time(name)).contains(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spoolmark.db",
                "../spoolmark-20261130T120102Z.backup",
                "spoolmark-20261130T120102Z.backup/../../spoolmark.db",
                "spoolmark-20261130T120102Z.backup.1234.part",
                "spoolmark-20261399T120102Z.backup",
                "spoolmark-20261130T120102Z.backup\n"
            })
    void otherFileNamesAreRejected(String name) {
        assertThat(BackupName.time(name)).isEmpty();
    }
}
