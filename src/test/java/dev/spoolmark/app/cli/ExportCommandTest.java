package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.cli.Script.CommandResult;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `export`.
class ExportCommandTest {

    private final Path target = TestDatabases.folder();
    private final Script script = new Script(TestDatabases.folder(), InstantSource.system(), Map.of());

    @BeforeEach
    void addUser() throws IOException {
        Path users = TestDatabases.folder().resolve("users.jsonl");
        Files.writeString(users, "{\"username\": \"ann\", \"password\": \"tr4vel-by-Night-train\"}\n");
        assertThat(script.run("user", "load", users.toString()).code()).isZero();
    }

    @Test
    void theLastLineCountsWhatWasWritten() throws IOException {
        Path file = target.resolve("ann.zip");

        CommandResult result = script.run("export", "--user", "ann", file.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo("0 plays, 0 ratings, 0 watchlist, 0 lists with 0 items, 0 collected, 0 comments written to "
                        + file + "\n");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("watched-history.json")).isNotNull();
        }
        assertThat(script.run("audit").out()).contains("data-exported");
        assertThat(files()).isOne();
    }

    @Test
    void anotherFormatIsChosenByItsName() {
        Path file = target.resolve("ann.csv");

        CommandResult result = script.run("export", "--user", "ann", "--as", "csv", file.toString());

        assertThat(result.out()).isEqualTo("0 rows written to " + file + "\n");
        assertThat(file).content().startsWith("title,year,type,").hasLineCount(1);
    }

    @Test
    void anUnknownFormatIsExplained() throws IOException {
        CommandResult result = script.run(
                "export", "--user", "ann", "--as", "xml", target.resolve("x").toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no format is called 'xml'").hasLineCount(1);
        assertThat(files()).isZero();
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Path file = Files.writeString(target.resolve("ann.zip"), "precious");

        CommandResult result = script.run("export", "--user", "ann", file.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("is not overwritten").hasLineCount(1);
        assertThat(file).hasContent("precious");
    }

    @Test
    void anUnknownUserLeavesNoFile() throws IOException {
        CommandResult result =
                script.run("export", "--user", "bob", target.resolve("bob.zip").toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no user is called 'bob'").hasLineCount(1);
        assertThat(files()).isZero();
    }

    @Test
    void aMissingDirectoryIsExplainedInOneLine() {
        CommandResult result = script.run(
                "export", "--user", "ann", target.resolve("missing/ann.zip").toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("could not be written").hasLineCount(1);
    }

    @Test
    void userAndFileAreRequired() {
        assertThat(script.run("export", "x.zip").code()).isEqualTo(2);
        assertThat(script.run("export", "--user", "ann").code()).isEqualTo(2);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.count();
        }
    }
}
