package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aStartingServerDeletesFilesOfACrash() throws IOException {
        Files.createTempFile(folder, "request-", ".part");
        Files.createTempFile(folder, "response-", ".part");
        Path other = Files.createFile(folder.resolve("notes.txt"));

        try (HttpServer _ = new HttpServer(HttpServerConfig.DEFAULT.at("127.0.0.1", 0), List.of(), _ -> {}, folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(other);
            }
        }
    }

    @Test
    void aMissingFolderIsEmpty() {
        TemporaryFiles.deleteLeft(folder.resolve("none"));

        assertThat(folder.resolve("none")).doesNotExist();
    }
}
