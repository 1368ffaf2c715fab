package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// SQLite has one writer thread, so no `UPDATE` or `DELETE` may scan a whole table. The statements are the string
/// literals of the sources that are complete statements.
class WritePlansTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("\"((?:UPDATE|DELETE) (?:[^\"\\\\\\n]|\\\\.)*)\"");

    /// A table with a handful of rows.
    private static final String SMALL = "SCAN dataset";

    @Test
    void noUpdateOrDeleteScansAWholeTable() throws IOException {
        List<String> scans = new ArrayList<>();
        int checked = 0;
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            for (String sql : statements()) {
                List<String> plan = plan(database, sql);
                checked += plan.isEmpty() ? 0 : 1;
                plan.stream()
                        .filter(step -> step.startsWith("SCAN") && !step.equals(SMALL) && sql.contains("WHERE"))
                        .forEach(step -> scans.add(step + ": " + sql));
            }
        }

        assertThat(scans).isEmpty();
        assertThat(checked).isGreaterThan(60);
    }

    private static List<String> statements() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Store.java")
                            || file.toString().endsWith("Moves.java"))
                    .map(WritePlansTest::text)
                    .flatMap(text -> Stream.concat(literals(BLOCK, text), literals(LINE, text)))
                    .map(sql -> sql.replaceAll("\\s+", " ").strip())
                    .filter(sql -> sql.startsWith("UPDATE ") || sql.startsWith("DELETE "))
                    .map(sql -> sql.replace("%1$s", "movie").replace("%s", "?"))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> literals(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    /// @return the plan; empty for a part of a statement
    private static List<String> plan(Database database, String sql) {
        Object[] values = Collections.nCopies(
                        Math.toIntExact(sql.chars().filter(c -> c == '?').count()), 1L)
                .toArray();
        try {
            return database.read(tx -> tx.query("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4), values));
        } catch (DatabaseException notWhole) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
