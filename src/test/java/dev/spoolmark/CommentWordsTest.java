package dev.spoolmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Comments use the vocabulary of the field; CONTRIBUTING.md describes it.
class CommentWordsTest {

    private static final Pattern PRIVATE_WORD = Pattern.compile(
            "//.*\\b(whoever|anew|of late|somebody|deeds?|told|lets in|doorstep|porter|shelf|shelves)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void commentsOfTheServerHaveNoPrivateWords() throws IOException {
        assertThat(violations(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void commentsOfTestsHaveNoPrivateWords() throws IOException {
        assertThat(violations(Path.of("src/test/java"))).isEmpty();
    }

    private static List<String> violations(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("CommentWordsTest.java"))
                    .sorted()
                    .flatMap(CommentWordsTest::violationsIn)
                    .toList();
        }
    }

    private static Stream<String> violationsIn(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> PRIVATE_WORD.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
