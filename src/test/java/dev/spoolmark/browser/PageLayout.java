package dev.spoolmark.browser;

import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/// What is wrong with the layout of the page that is shown, as elements in words.
final class PageLayout {

    private static final String WORDS = """
            const words = element => element.outerHTML.replace(/>[^]*/, '>') + ' ' + element.textContent.trim().slice(0, 60);
            """;

    private static final String TOO_WIDE = WORDS + """
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) {
              return [];
            }
            const scrolls = element => element && element !== document.body
              && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
            const wide = [...document.body.querySelectorAll('*')].filter(element => {
              const box = element.getBoundingClientRect();
              return box.width > 1 && (box.right > page.clientWidth + 1 || box.left < -1)
                && !scrolls(element.parentElement) && !element.matches('.skip');
            });
            return [`${page.scrollWidth} pixels`, ...wide.slice(-3).map(words)];
            """;

    private static final String TOO_LOW = WORDS + """
            const controls = 'main :is(button, .button, summary, select, textarea,'
              + ' input:not([type=hidden], [type=checkbox], [type=radio])), .top :is(a, button, summary, input)';
            return [...document.querySelectorAll(controls)]
              .filter(element => element.checkVisibility() && !element.closest('.hidden-visually, .inline'))
              .filter(element => element.getBoundingClientRect().height < 43.5)
              .slice(0, 5).map(words);
            """;

    private static final String MOVING = WORDS + """
            const moves = style => style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration)
              || style.scrollBehavior === 'smooth';
            return [...document.querySelectorAll('*')]
              .filter(element => [null, '::before', '::after'].some(part => moves(getComputedStyle(element, part))))
              .slice(0, 5).map(words);
            """;

    private PageLayout() {}

    /// The width of a page that is wider than the screen, and elements that make it so.
    static List<String> tooWide(JavascriptExecutor browser) {
        return run(browser, TOO_WIDE);
    }

    /// Controls that are lower than 44 pixels, which fingers miss.
    static List<String> tooLow(JavascriptExecutor browser) {
        return run(browser, TOO_LOW);
    }

    /// Elements that move although the user prefers reduced motion.
    static List<String> moving(JavascriptExecutor browser) {
        return run(browser, MOVING);
    }

    private static List<String> run(JavascriptExecutor browser, String script) {
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeScript(script));
        return found.stream().map(String::valueOf).toList();
    }
}
