package dev.spoolmark.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.JavascriptExecutor;

/// Checks a page with axe-core. `AxeBuilder` would load the script three times and open a window for each page, which
/// took a fifth of the time of all tests.
final class Accessibility {

    private static final String SCRIPT = axe() + """
            ;
            const [type, values, done] = arguments;
            axe.run(document, {runOnly: {type, values}, resultTypes: ['violations'], preload: false})
                .then(results => done(results.violations.map(violation =>
                    violation.id + ': ' + violation.help + ' ' + violation.nodes.map(node => node.html).join(' '))))
                .catch(error => done(['axe failed: ' + error]));
            """;

    /// The elements of a page with what the rules about markup read of them; not the values of hidden fields, which
    /// are other ones for each session.
    private static final String MARKUP = """
            const attributes = ['aria-label', 'aria-labelledby', 'aria-hidden', 'alt', 'class', 'for', 'hidden', 'href', 'lang',
                'name', 'open', 'role', 'tabindex', 'title', 'type'];
            return [...document.querySelectorAll('*')].map(element => element.localName + attributes.map(name =>
                element.getAttribute(name)).join()).join(' ') + document.body.innerText;
            """;

    /// WCAG 2.2 A and AA.
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// The rules that depend on colours and on the width of the window.
    private static final List<String> APPEARANCE =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size");

    /// Pages that were checked by all rules.
    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private Accessibility() {}

    /// The same for a page in one of several forms of the browser: the rules about its markup are checked once for a
    /// page with the same elements and texts in the same language.
    static List<String> violationsInThisForm(JavascriptExecutor browser) {
        String markup = String.valueOf(browser.executeScript(MARKUP));
        return CHECKED.contains(markup) ? found(browser, "rule", APPEARANCE) : checked(browser, markup);
    }

    private static List<String> checked(JavascriptExecutor browser, String markup) {
        List<String> violations = violations(browser);
        if (violations.isEmpty()) {
            CHECKED.add(markup);
        }
        return violations;
    }

    /// The violations on the page that is shown: rule, explanation and elements.
    static List<String> violations(JavascriptExecutor browser) {
        return found(browser, "tag", TAGS);
    }

    /// The violations of the rules that may hold with some colors or on some screens only.
    static List<String> violationsOnScreen(JavascriptExecutor browser) {
        return found(browser, "rule", APPEARANCE);
    }

    private static List<String> found(JavascriptExecutor browser, String type, List<String> values) {
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeAsyncScript(SCRIPT, type, values));
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
