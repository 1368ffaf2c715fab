package dev.spoolmark.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips tests that need Chromium if it is not installed.
final class ChromiumCondition implements ExecutionCondition {

    private static final String MISSING = "Chromium is not installed, so tests in a browser are left out: install it"
            + " (Debian: apt install chromium chromium-driver)";

    private static boolean logged;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent() && driver().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is installed");
        }
        if ("required".equals(System.getenv("BROWSER_TESTS"))) {
            throw new IllegalStateException(MISSING);
        }
        logOnce();
        return ConditionEvaluationResult.disabled(MISSING);
    }

    private static synchronized void logOnce() {
        if (!logged) {
            logged = true;
            System.out.println(MISSING);
        }
    }

    static Optional<Path> chromium() {
        return first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    }

    static Optional<Path> driver() {
        return first("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    }

    private static Optional<Path> first(String... places) {
        return List.of(places).stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
