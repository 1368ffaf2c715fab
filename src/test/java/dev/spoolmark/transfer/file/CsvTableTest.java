package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    private static final String MEMBER = "table.csv";

    @TempDir
    private Path directory;

    @Test
    void anOldEncodingAndExtraCellsAreReportedOnce() throws IOException {
        Path file = directory.resolve(MEMBER);
        Files.writeString(file, "année,b,b\n1,2,3,,\n1,2,3,4\n1,2,3,4\n", Charset.forName("windows-1252"));
        List<ImportRecord> warnings = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        try (ImportFile opened = ImportFile.open(file, MEMBER)) {
            CsvTable table = CsvTable.of(opened, MEMBER);
            assertThat(table.heading()).containsExactly("année", "b", "b");
            table.forEach(warnings::add, row -> rows.add(row.get("année")));
        }
        assertThat(rows).containsExactly("1", "1", "1");
        assertThat(warnings)
                .extracting(
                        warning -> ((ImportWarning) warning).topic(),
                        warning -> warning.source().line())
                .containsExactly(tuple(Topic.OLD_ENCODING, 0), tuple(Topic.EXTRA_CELLS, 3));
    }

    @Test
    void charactersThatNoDatabaseStoresAreRemoved() throws IOException {
        Path table = Files.writeString(directory.resolve(MEMBER), "a,b\n\0,x\0\uD83D\uDE00\n");
        Path json = Files.writeString(directory.resolve("a.json"), "[{\"a\": \"x\\u0000\\uD83D\\uDE00\\uD83D\"}]");
        List<String> found = new ArrayList<>();
        try (ImportFile opened = ImportFile.open(table, MEMBER)) {
            CsvTable.of(opened, MEMBER).forEach(row -> found.addAll(row.cells()));
        }
        try (ImportFile opened = ImportFile.open(json, "a.json")) {
            JsonElements.forEach(opened, "a.json", (source, object) -> found.add(JsonElements.text(object, "a")));
        }
        assertThat(found).containsExactly("", "x\uD83D\uDE00", "x\uD83D\uDE00");
    }

    @Test
    void theFirstRowsAreReadAlone() throws IOException {
        Path file =
                Files.writeString(directory.resolve(MEMBER), "before\n\na;b\n1;2\n3;4\n5;6\n", StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        try (ImportFile opened = ImportFile.open(file, MEMBER)) {
            CsvTable.after(opened, MEMBER, 1).forEach(2, row -> rows.add(row.cells()));
        }
        assertThat(rows).hasSize(2);
    }
}
