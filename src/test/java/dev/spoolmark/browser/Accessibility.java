package dev.spoolmark.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/// Checks a page with axe-core. `AxeBuilder` would load the script three times and open a window for each page, which
/// took a fifth of the time of all tests.
final class Accessibility {

    private static final String SCRIPT = axe() + """
            ;
            const [tags, done] = arguments;
            axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})
                .then(results => done(results.violations.map(violation =>
                    violation.id + ': ' + violation.help + ' ' + violation.nodes.map(node => node.html).join(' '))))
                .catch(error => done(['axe failed: ' + error]));
            """;

    /// WCAG 2.2 A and AA.
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    /// The violations on the page that is shown: rule, explanation and elements.
    static List<String> violations(JavascriptExecutor browser) {
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeAsyncScript(SCRIPT, TAGS));
        return found.stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
