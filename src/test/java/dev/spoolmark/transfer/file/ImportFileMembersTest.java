package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.transfer.format.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileMembersTest {

    @TempDir
    private Path directory;

    @Test
    void membersAreFoundByTheirEndings() {
        Path archive = SampleRecords.archive(
                directory.resolve("a.zip"), Map.of("b/One.CSV", "1", "b/two.json", "2", "c", "3"));
        try (ImportFile file = ImportFile.open(archive, "a.zip")) {
            assertThat(file.membersOfType(".csv", ".nfo")).containsExactly("b/One.CSV");
        }
    }

    @Test
    void theOnlyMemberMayHaveAnyName() throws IOException {
        Path single = Files.writeString(directory.resolve("export"), "a,b");
        try (ImportFile file = ImportFile.open(single, "export")) {
            assertThat(file.membersOfType(".csv")).containsExactly("export");
        }
    }

    @Test
    void theBeginningsOfAllMembersAreReadAgainIfThereAreMany() {
        Map<String, String> members = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            members.put(i + ".txt", "text " + i);
        }
        try (ImportFile file = ImportFile.open(SampleRecords.archive(directory.resolve("a.zip"), members), "a.zip")) {
            for (int round = 0; round < 2; round++) {
                members.forEach((name, text) -> assertThat(file.head(name)).isEqualTo(text));
            }
        }
    }
}
