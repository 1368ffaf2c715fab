package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Engine;
import dev.spoolmark.transfer.server.ServerCopy;
import dev.spoolmark.transfer.server.ServerCopyException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A whole server is exported and imported, on the same engine and the other one.
class ServerCopyTest {

    private static Path copy(ArchiveServer server, String name) throws IOException {
        Path file = server.directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new ServerCopy(server.database).write(out, rows -> {});
        }
        return file;
    }

    private static void fill(ArchiveServer server) {
        for (int round = 0; round < 3; round++) {
            Account user = server.create("user" + round);
            new RandomContent(server, user, round).change(60);
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, SQLITE", "POSTGRESQL, POSTGRESQL", "SQLITE, POSTGRESQL", "POSTGRESQL, SQLITE"})
    void everyTableIsTheSameAfterwards(Engine from, Engine to) throws IOException {
        try (ArchiveServer source = new ArchiveServer(from);
                ArchiveServer target = new ArchiveServer(to)) {
            fill(source);
            Path file = copy(source, "server.zip");

            new ServerCopy(target.database).read(file, rows -> {});

            assertThat(tables(copy(target, "again.zip"))).isEqualTo(tables(file));
            assertThat(target.features.accounts().count()).isEqualTo(3);
        }
    }

    /// The sorted lines of each table.
    private static Map<String, String> tables(Path file) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                String[] lines =
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
                Arrays.sort(lines);
                if (entry.getName().startsWith("tables/")) {
                    tables.put(entry.getName(), String.join("\n", lines));
                }
            }
        }
        return tables;
    }

    @Test
    void aServerWithAccountsIsNotOverwritten() throws IOException {
        try (ArchiveServer server = new ArchiveServer(Engine.SQLITE)) {
            fill(server);
            Path file = copy(server, "server.zip");

            assertThatThrownBy(() -> new ServerCopy(server.database).read(file, rows -> {}))
                    .isInstanceOf(ServerCopyException.class)
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void aFileOfAnotherProgramIsRejectedBeforeAnythingIsStored() throws IOException {
        try (ArchiveServer source = new ArchiveServer(Engine.SQLITE);
                ArchiveServer target = new ArchiveServer(Engine.SQLITE)) {
            source.create("ann");
            Path archive = source.export("ann", "ann.zip");

            assertThatThrownBy(() -> new ServerCopy(target.database).read(archive, rows -> {}))
                    .isInstanceOf(ServerCopyException.class)
                    .hasMessageContaining("no backup");
            assertThat(target.features.accounts().isEmpty()).isTrue();
        }
    }
}
