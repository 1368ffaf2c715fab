package dev.spoolmark.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every method of the specification is declared exactly as specified, every implemented method has a test, and
/// `COVERAGE.md` is current. `-Dgolden=write` writes that page.
class CoverageTest {

    private static final Path PAGE = Path.of("COVERAGE.md");
    private static final Path LIST = Path.of("src/test/resources/conformance/v1/methods.tsv");

    private final List<ApiMethod<?>> table = DeclaredMethods.v1();

    @Test
    void everySpecifiedMethodIsDeclaredAsItIsWritten() throws IOException {
        assertThat(specified().values().stream().map(Row::declaration))
                .containsExactlyInAnyOrderElementsOf(table.stream()
                        .filter(method -> !method.is(ApiMethod.MethodTrait.UNDOCUMENTED))
                        .map(CoverageTest::declaration)
                        .toList());
    }

    @Test
    void undocumentedMethodsAreCountedSeparately() {
        assertThat(table.stream()
                        .filter(method -> method.is(ApiMethod.MethodTrait.UNDOCUMENTED))
                        .map(CoverageTest::name))
                .containsExactlyInAnyOrder("activity/friendsme", "activity/following", "activity/followers");
    }

    @Test
    void everyImplementedMethodHasATestAndEveryTestAMethod() throws IOException {
        TreeSet<String> built = table.stream()
                .filter(ApiMethod::isImplemented)
                .map(method -> "v1 " + name(method))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested()).isEqualTo(built);
    }

    @Test
    void theCoveragePageIsUpToDate() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() throws IOException {
        Map<String, Row> rows = specified();
        Map<String, ApiMethod<?>> declared =
                table.stream().collect(Collectors.toMap(CoverageTest::name, method -> method));
        long built = rows.keySet().stream()
                .filter(name -> declared.get(name).isImplemented())
                .count();
        List<ApiMethod<?>> extras = table.stream()
                .filter(method -> method.is(ApiMethod.MethodTrait.UNDOCUMENTED))
                .toList();
        String lines = rows.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue().group(), declared.get(row.getKey())))
                .collect(joining("\n"));
        String more =
                extras.stream().map(method -> line(name(method), "-", method)).collect(joining("\n"));
        return String.format(
                Locale.ROOT,
                """
                # Coverage

                Written by a test from the table of methods; do not edit by hand.

                Version 1: **%d of %d** methods are answered; the others answer 501. Beside the list, %d of %d methods that only
                clients know.

                | method | section | HTTP method | sign-in | state |
                |---|---|---|---|---|
                %s

                ## Not in the specification's list, yet called by clients

                | method | section | HTTP method | sign-in | state |
                |---|---|---|---|---|
                %s
                """,
                built,
                rows.size(),
                extras.stream().filter(ApiMethod::isImplemented).count(),
                extras.size(),
                lines,
                more);
    }

    private static String line(String name, String group, ApiMethod<?> method) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s |",
                name,
                group,
                method.httpMethod(),
                method.access().key(),
                method.isImplemented() ? "answered" : "not yet");
    }

    private static Map<String, Row> specified() throws IOException {
        TreeMap<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] cells = line.split("\t", -1);
            rows.put(cells[0], new Row(cells[1] + " " + cells[2] + " " + cells[3], cells[4]));
        }
        return rows;
    }

    private static String declaration(ApiMethod<?> method) {
        return method.httpMethod() + " " + method.path() + " " + method.access().key();
    }

    /// `rate/episodes` for `/rate/episodes/{apikey}`.
    private static String name(ApiMethod<?> method) {
        return method.path().substring(1, method.path().indexOf("/{apikey}")).replace(".json", "");
    }

    private static Set<String> tested() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java/dev/spoolmark/conformance/v1"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(CoverageTest::specifiedBy)
                    .filter(method -> !method.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String specifiedBy(Path file) {
        String simpleName = file.getFileName().toString().replace(".java", "");
        try {
            Class<?> test = Class.forName("dev.spoolmark.conformance.v1." + simpleName);
            Specified specified = test.getAnnotation(Specified.class);
            return specified == null ? "" : specified.value().toLowerCase(Locale.ROOT);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Row(String declaration, String group) {}
}
