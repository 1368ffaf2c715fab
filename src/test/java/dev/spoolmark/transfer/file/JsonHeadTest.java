package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonHeadTest {

    @TempDir
    private Path directory;

    private JsonHead head(String text) throws IOException {
        try (ImportFile file = ImportFile.open(Files.writeString(directory.resolve("a.json"), text), "a.json")) {
            return JsonHead.of(file, "a.json");
        }
    }

    @Test
    void theKeysOfTheFirstObjectAreFound() throws IOException {
        assertThat(head("[{\"a\": {\"x\": 1}, \"b\": [2]}, {\"c\": 3}]").keys()).containsExactly("a", "b");
        assertThat(head("{\"a\": 1}").isArray()).isFalse();
        assertThat(head("\n [{\"a\": 1}]").isArray()).isTrue();
    }

    @Test
    void aCutOffObjectHasTheKeysBeforeTheCut() throws IOException {
        assertThat(head("{\"a\": 1, \"b\": \"" + "x".repeat(20_000) + "\", \"c\": 2}")
                        .keys())
                .containsExactly("a", "b");
    }

    @Test
    void whatIsNoJsonHasNoKeys() throws IOException {
        assertThat(head("").keys()).isEmpty();
        assertThat(head("title,year").keys()).isEmpty();
        assertThat(head("[1, 2]").keys()).isEmpty();
        assertThat(head("[".repeat(8_000)).keys()).isEmpty();
        assertThat(head("\0\0").keys()).isEmpty();
    }
}
