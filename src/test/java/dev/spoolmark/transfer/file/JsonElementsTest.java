package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonElementsTest {

    private static final String LARGE = "[" + "0,".repeat(110_000) + "0]";

    @TempDir
    private Path directory;

    private List<String> elements(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (ImportFile file = open(text)) {
            JsonElements.forEach(
                    file, "a.json", (source, element) -> found.add(source.line() + " " + element.toString()));
        }
        return found;
    }

    private List<String> parts(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (ImportFile file = open(text)) {
            JsonParts.forEach(file, "a.json", "parts", (source, element, parts) -> {
                found.add(source.line() + " " + element);
                parts.forEach(part -> found.add(part.toString()));
                parts.forEach(part -> found.add("again"));
            });
        }
        return found;
    }

    private ImportFile open(String text) throws IOException {
        return ImportFile.open(Files.writeString(directory.resolve("a.json"), text), "a.json");
    }

    @Test
    void elementsOfAnArrayAreNumbered() throws IOException {
        assertThat(elements("[{\"a\": {\"b\": [1, {}]}, \"c\": null}, 2, [], \"d\", null]"))
                .containsExactly("1 {\"a\":{\"b\":[1,{}]},\"c\":null}", "2 2", "3 []", "4 \"d\"", "5 null");
    }

    @Test
    void anElementThatIsTooLargeDoesNotStopTheOthers() throws IOException {
        assertThat(elements("[{\"a\": 1, \"b\": {\"c\": " + LARGE + ", \"d\": [[]]}}, " + LARGE + ", {\"e\": 2}]"))
                .containsExactly("1 null", "2 null", "3 {\"e\":2}");
    }

    @Test
    void partsOfAnElementAreReadWhereverTheyAre() throws IOException {
        assertThat(parts("[{\"parts\": [1, {\"x\": 2}], \"a\": 1}, {\"a\": 2}, 7, {\"a\": 3, \"parts\": [3]}]"))
                .containsExactly("1 {\"a\":1}", "1", "{\"x\":2}", "2 {\"a\":2}", "3 7", "4 {\"a\":3}", "3");
    }

    @Test
    void manyPartsAreNotTooMuchForAnElement() throws IOException {
        String part = "{\"a\": [" + "0,".repeat(60_000) + "0]}";
        List<String> found = new ArrayList<>();
        try (ImportFile file = open("[{\"parts\": [" + part + "," + part + "," + LARGE + "], \"b\": 1}]")) {
            JsonParts.forEach(file, "a.json", "parts", (source, element, parts) -> {
                found.add(element.toString());
                parts.forEach(each -> found.add(each.isNull() ? "too large" : "read"));
            });
        }
        assertThat(found).containsExactly("{\"b\":1}", "read", "read", "too large");
    }

    @Test
    void partsThatAreNotWantedAreSkipped() throws IOException {
        List<String> found = new ArrayList<>();
        try (ImportFile file = open("[{\"parts\": [1]}, {\"a\": 2, \"parts\": {\"b\": []}}, {\"a\": 3}]")) {
            JsonParts.forEach(file, "a.json", "parts", (source, element, parts) -> found.add(element.toString()));
        }
        assertThat(found).containsExactly("{}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void whatIsNoJsonIsAnError() {
        for (String text : List.of("[{\"a\": ", "[1 2]", "[{\"parts\": [1}]", "[" + "[".repeat(100))) {
            assertThatThrownBy(() -> elements(text)).isInstanceOf(ImportFileException.class);
            assertThatThrownBy(() -> parts(text)).isInstanceOf(ImportFileException.class);
        }
    }

    @Test
    void anEmptyMemberHasNoElements() throws IOException {
        assertThat(elements("")).isEmpty();
        assertThat(parts("")).isEmpty();
        assertThat(parts("{\"parts\": [1]}")).isEmpty();
    }
}
