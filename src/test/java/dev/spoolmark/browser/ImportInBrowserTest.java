package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.web.PageAccounts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An import in a browser: upload, preview, progress, report, undo.
@BrowserTest
class ImportInBrowserTest {

    private static final String PASSWORD = "correct horse 9";
    private static final MutableClock CLOCK = afterTheSample();
    private static final TestServer SERVER = TestServer.start(CLOCK);

    private static MutableClock afterTheSample() {
        MutableClock clock = new MutableClock();
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-30T12:00:00Z")));
        return clock;
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void aFileIsImportedAndUndone() {
        journey(Setup.DESKTOP, "dora", true);
    }

    @Test
    void aFileIsImportedAndUndoneOnAPhoneWithoutScript() {
        journey(Setup.DESKTOP.phone().withoutScript(), "emil", false);
    }

    private static void journey(Setup setup, String name, boolean hasScript) {
        PageAccounts.create(SERVER, name, null, PASSWORD);
        try (Browser browser = Browser.signIn(setup, SERVER.port(), name, PASSWORD, "/import")) {
            String file = SampleRecords.sample("trakt-export-alex.zip")
                    .toAbsolutePath()
                    .toString();
            browser.element("#file").sendKeys(file);
            browser.press("Upload and look at it");
            assertThat(browser.text()).contains("Import from Trakt", "Nothing is imported yet.");
            browser.picture(name + "-import-preview");

            browser.press("Import now");
            assertThat(browser.text()).contains("begins soon");
            SERVER.imports().worker().runWaiting();
            browser.waitFor("Added: 6 plays");
            browser.picture(name + "-import-report");

            browser.element("#undo summary").click();
            browser.press("Undo the whole import");
            assertThat(browser.text()).contains("is undone");
            SERVER.imports().worker().runWaiting();
            browser.waitFor("To know");
            if (hasScript) {
                browser.isAccessible();
                browser.hasEmptyLog();
            }
            assertThat(browser.text()).doesNotContain("Undo this import");
        }
    }
}
