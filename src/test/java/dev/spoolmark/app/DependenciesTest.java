package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `DEPENDENCIES.md` documents every runtime dependency and no other (`docs/security.md#sec-d1`).
class DependenciesTest {

    private static final Pattern DECLARED = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern NAMES =
            Pattern.compile("<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>", Pattern.DOTALL);
    private static final Pattern EXPLAINED = Pattern.compile("^\\| `([^`:]+:[^`]+)` \\|", Pattern.MULTILINE);
    private static final int BUDGET = 25;

    @Test
    void everyDirectDependencyIsDocumentedAndNoOther() throws IOException {
        List<String> explained = EXPLAINED
                .matcher(Files.readString(Path.of("DEPENDENCIES.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(declared());
    }

    @Test
    void theNumberOfDependenciesIsLimited() throws IOException {
        assertThat(declared()).isNotEmpty().hasSizeLessThanOrEqualTo(BUDGET);
    }

    private static List<String> declared() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String direct = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        return DECLARED.matcher(direct)
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .flatMap(dependency -> NAMES.matcher(dependency).results())
                .map(names -> names.group(1) + ":" + names.group(2))
                .toList();
    }
}
