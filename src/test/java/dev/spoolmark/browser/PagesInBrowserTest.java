package dev.spoolmark.browser;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.web.PageAccounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages for visitors, in each form of the browser.
@BrowserTest
class PagesInBrowserTest {

    private static final TestServer SERVER = TestServer.startDemo(
            InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")), new DemoSignIn(List.of(), "demo"));

    @BeforeAll
    static void createUser() {
        PageAccounts.create(SERVER, "ann", null, "correct horse battery");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> setups() {
        Browser.Setup desktop = Browser.Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone()),
                Arguments.of("dark", desktop.withDarkTheme()),
                Arguments.of("german", desktop.in("de")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void rendersWithoutAccessibilityViolations(String name, Browser.Setup setup) {
        try (Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port())) {
            for (String page : new String[] {"/", "/about", "/styleguide"}) {
                browser.go(page);
                browser.isAccessible();
                browser.picture(name + page.replace('/', '-'));
            }
            browser.hasEmptyLog();
        }
    }
}
