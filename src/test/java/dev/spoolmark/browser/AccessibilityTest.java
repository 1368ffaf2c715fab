package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import org.junit.jupiter.api.Test;

@BrowserTest
class AccessibilityTest {

    @Test
    void aFieldWithoutALabelIsAViolation() {
        try (TestServer server = TestServer.start(new MutableClock());
                Browser browser = Browser.open(Browser.Setup.DESKTOP, "http://localhost:" + server.port())) {
            browser.go("/signin");
            assertThat(Accessibility.violations(browser.driver())).isEmpty();

            browser.driver().executeScript("document.querySelector('main label').remove()");

            assertThat(Accessibility.violations(browser.driver()))
                    .singleElement()
                    .asString()
                    .startsWith("label: ");
        }
    }
}
