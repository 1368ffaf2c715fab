package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every reference to a document resolves to a file of the repository and, after a `#`, to a heading with that
/// GitHub anchor.
class DocumentReferencesTest {

    private static final Path ROOT = Path.of("");
    private static final List<String> SOURCES = List.of("src/main", "src/test", "bench", "torture");
    private static final List<String> PAGES = List.of("docs", "src", "bench", "torture");

    /// Names of files that a program writes.
    private static final Set<String> GENERATED = Set.of("growth.md");

    private static final Pattern REFERENCE = Pattern.compile("([\\w./-]*\\w\\.md)(?:#([\\w-]+))?");
    private static final Pattern RULE = Pattern.compile("SEC-[A-Z]+\\d+");
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$", Pattern.MULTILINE);

    private final Map<Path, Set<String>> anchors = new HashMap<>();

    @Test
    void referencesInSourcesLeadToDocuments() throws IOException {
        List<String> broken = broken(files(SOURCES, DocumentReferencesTest::isSource), REFERENCE, file -> ROOT);

        assertThat(broken).isEmpty();
    }

    @Test
    void linksInPagesLeadToDocuments() throws IOException {
        List<Path> pages = Stream.concat(
                        files(PAGES, DocumentReferencesTest::isPage).stream(), topLevel(DocumentReferencesTest::isPage))
                .toList();

        assertThat(broken(pages, LINK, page -> page.resolveSibling(""))).isEmpty();
    }

    @Test
    void securityRulesInSourcesAreHeadings() throws IOException {
        Set<String> known = anchors(Path.of("docs/security.md"));

        assertThat(files(SOURCES, DocumentReferencesTest::isSource))
                .allSatisfy(file -> assertThat(RULE.matcher(text(file)).results())
                        .extracting(found -> found.group().toLowerCase(Locale.ROOT))
                        .isSubsetOf(known));
    }

    /// @param base the folder from which the references of a file are resolved
    private List<String> broken(List<Path> files, Pattern pattern, UnaryOperator<Path> base) {
        return files.stream()
                .flatMap(file -> pattern.matcher(readable(file))
                        .results()
                        .filter(found -> !GENERATED.contains(found.group(1)))
                        .filter(found -> !leads(file, base.apply(file), found))
                        .map(found -> file + ": " + found.group()))
                .toList();
    }

    private boolean leads(Path file, Path folder, MatchResult found) {
        Path target = found.group(1).isEmpty() ? file : folder.resolve(found.group(1));
        String anchor = found.group(2);
        return Files.exists(target.normalize())
                && (anchor == null
                        || !isPage(target)
                        || anchors(target.normalize()).contains(anchor));
    }

    private Set<String> anchors(Path page) {
        return anchors.computeIfAbsent(page, DocumentReferencesTest::anchorsOf);
    }

    /// As GitHub makes them: in lower case, without punctuation, with hyphens for blanks; repeated ones are
    /// numbered.
    private static Set<String> anchorsOf(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> repeated = new HashMap<>();
        HEADING.matcher(readable(page)).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int before = repeated.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    /// Without the examples of a page, which may look like links and headings.
    private static String readable(Path file) {
        return isPage(file) ? CODE_BLOCK.matcher(text(file)).replaceAll("") : text(file);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Path> files(List<String> folders, Predicate<Path> wanted) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(folder))) {
                found.filter(Files::isRegularFile).filter(wanted).forEach(all::add);
            }
        }
        return all;
    }

    private static Stream<Path> topLevel(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> found = Files.list(ROOT)) {
            return found.filter(wanted).toList().stream();
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    /// Code, migrations and shell scripts; the latter have no suffix.
    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") || name.endsWith(".sql") || name.indexOf('.') < 0;
    }
}
