package dev.spoolmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names of test methods are plain sentences; CONTRIBUTING.md describes them.
class TestNamesTest {

    private static final int MAX_LENGTH = 75;

    /// Methods of tests and those around them, and rules of ArchUnit. The formatter sets the indentation.
    private static final Pattern NAME =
            Pattern.compile("^ {4}(?:static )?(?:void (\\w+)\\(|final ArchRule (\\w+) )", Pattern.MULTILINE);

    /// Words that have a standard term, such as *returns*, *requests*, *item* and *anonymous client*.
    private static final Set<String> PRIVATE_WORDS = Set.of(
            "anew",
            "anybody",
            "ask",
            "asked",
            "asks",
            "deed",
            "deeds",
            "door",
            "everybody",
            "gate",
            "given",
            "house",
            "however",
            "lately",
            "let",
            "lets",
            "moment",
            "said",
            "say",
            "says",
            "shelf",
            "shelves",
            "somebody",
            "stranger",
            "strangers",
            "tell",
            "tells",
            "thing",
            "things",
            "told",
            "turn",
            "turns",
            "whatever",
            "whoever",
            "whom",
            "wish",
            "wishes");

    @Test
    void testNamesArePlainSentences() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> violations = files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .flatMap(file ->
                            names(file).filter(TestNamesTest::isNotPlain).map(name -> file.getFileName() + ": " + name))
                    .toList();
            assertThat(violations).isEmpty();
        }
    }

    @Test
    void longNamesAndPrivateWordsAreFound() {
        assertThat(Stream.of("tellsTheTime", "aStrangerSeesNothing", "the_gate_is_shut", "a".repeat(MAX_LENGTH + 1)))
                .allMatch(TestNamesTest::isNotPlain);
        assertThat(Stream.of("returnsTheTime", "turningItOffDeletesTheSecret", "packages_have_no_cycles"))
                .noneMatch(TestNamesTest::isNotPlain);
    }

    private static Stream<String> names(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(TestNamesTest::name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static boolean isNotPlain(String name) {
        return name.length() > MAX_LENGTH
                || Stream.of(name.split("(?=[A-Z])|_", -1))
                        .anyMatch(word -> PRIVATE_WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
