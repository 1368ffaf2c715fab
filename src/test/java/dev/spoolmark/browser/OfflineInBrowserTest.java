package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.PageAccounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/// A phone whose connection breaks: pages are copies, and *watched* is sent later, exactly once and for its user only.
@BrowserTest
class OfflineInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String EPISODE = "/s/the-walking-dead/1/2";
    private static final TestServer SERVER = TestServer.start(InstantSource.system());

    private static int users;

    private final SwitchedProxy network = new SwitchedProxy(SERVER.port());
    private final String ann = "ann" + ++users;
    private final String bob = "bob" + users;
    private Browser browser;

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void open() {
        PageAccounts.create(SERVER, ann, null, PASSWORD);
        PageAccounts.create(SERVER, bob, null, PASSWORD);
        browser = Browser.open(Browser.Setup.DESKTOP.phone(), "http://localhost:" + network.port());
    }

    @AfterEach
    void leave() {
        browser.close();
        network.close();
    }

    private void signIn(String name, String page) {
        browser.go("/signin?next=" + page);
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(PASSWORD);
        browser.submit("main form button[type=submit]");
    }

    private void signOut() {
        browser.driver().executeScript("document.querySelector('form[action$=\"/signout\"] button').click()");
    }

    /// Waits until the service worker has stored a copy.
    private void waitForCopy(String path) {
        waitFor("a copy of " + path, () -> cached(path));
    }

    private boolean cached(String path) {
        return "true"
                .equals(await("caches.match(new URL('" + path + "', location).href).then(found => Boolean(found))"));
    }

    private String await(String promise) {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[0]; Promise.resolve(" + promise
                        + ").then(value => done(String(value)), error => done(String(error)))"));
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
        }
    }

    private String state() {
        return String.valueOf(
                browser.driver().executeScript("return document.getElementById('queue-state')?.textContent ?? 'none'"));
    }

    private void waitForState(String text) {
        waitFor("the state " + text, () -> text.isEmpty() ? state().isEmpty() : state().contains(text));
    }

    private void connect() {
        network.up();
        browser.driver().executeScript("window.dispatchEvent(new Event('online'))");
    }

    private static List<PlayEntry> plays(String user) {
        ShowId show = SERVER.features()
                .catalog()
                .findShow(CatalogFixture.showRef("The Walking Dead", 2010))
                .orElseThrow()
                .id();
        EpisodeId episode = SERVER.features()
                .catalog()
                .guide(show)
                .episode(1, 2)
                .orElseThrow()
                .id();
        return SERVER.features()
                .playAdditions()
                .of(
                        SERVER.features()
                                .profileAccess()
                                .self(SERVER.features().accounts().get(user)),
                        episode,
                        9);
    }

    /// The log of the browser without what it says about the broken connection.
    private void hasNoOtherErrors() {
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .map(LogEntry::getMessage)
                .allMatch(message -> message.contains("net::ERR_") || message.contains("Clear-Site-Data"));
    }

    @Test
    void aPressWithoutAConnectionIsSentLaterWithItsOwnTime() {
        signIn(ann, EPISODE);
        waitForCopy(EPISODE);
        network.down();
        browser.element("#mark-this").click();
        waitForState("1 press of “Watched” waits.");
        Instant pressed = Instant.now();
        assertThat(browser.element(".toast").getText()).contains("stored on this device");
        browser.picture("offline-pressed");

        browser.go(EPISODE);
        assertThat(browser.text()).contains("No connection. This copy of the page is from");
        waitForState("1 press");
        assertThat(browser.element("#mark-this").getAttribute("aria-disabled")).isEqualTo("true");
        browser.picture("offline-copy");
        browser.isAccessible();
        browser.go("/offline");
        waitFor("the list", () -> browser.text().contains("It will be sent when there is a connection."));
        browser.picture("offline-list");
        browser.isAccessible();

        connect();
        waitForState("");
        connect();
        assertThat(plays(ann)).hasSize(1);
        assertThat(Objects.requireNonNull(plays(ann).getFirst().watchedAt()))
                .isBetween(pressed.minusSeconds(20), pressed);
        hasNoOtherErrors();
    }

    @Test
    void aPressWhoseResponseWasLostIsStoredOnce() {
        signIn(ann, EPISODE);
        waitForCopy(EPISODE);
        network.loseResponses();
        browser.element("#mark-this").click();
        waitForState("1 press");
        waitFor("the server has it", () -> plays(ann).size() == 1);

        connect();
        waitForState("");
        assertThat(plays(ann)).hasSize(1);
        hasNoOtherErrors();
    }

    @Test
    void twoTabsSendAPressOnce() {
        signIn(ann, EPISODE);
        waitForCopy(EPISODE);
        network.down();
        browser.element("#mark-this").click();
        waitForState("1 press");
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        network.up();
        browser.go("/");
        connect();
        browser.driver().switchTo().window(first);
        connect();
        waitForState("");
        assertThat(plays(ann)).hasSize(1);
        browser.driver().getWindowHandles().stream()
                .filter(handle -> !handle.equals(first))
                .forEach(handle -> browser.driver().switchTo().window(handle).close());
        browser.driver().switchTo().window(first);
        hasNoOtherErrors();
    }

    @Test
    void aPressOfOneUserIsNeverStoredForAnother() {
        signIn(ann, EPISODE);
        waitForCopy(EPISODE);
        network.down();
        browser.element("#mark-this").click();
        waitForState("1 press");
        network.up();
        browser.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
        connect();
        waitForState("Sign in to send them.");
        assertThat(plays(ann)).isEmpty();

        signIn(bob, "/");
        waitFor("the page of bob", () -> state().isEmpty());
        connect();
        waitFor("no copy of ann", () -> !cached(EPISODE));
        assertThat(state()).isEmpty();
        assertThat(plays(bob)).isEmpty();
        signOut();
        waitFor("signed out", () -> state().equals("none"));

        signIn(ann, "/");
        waitFor("sent", () -> plays(ann).size() == 1);
        assertThat(plays(bob)).isEmpty();
        hasNoOtherErrors();
    }

    @Test
    void otherFormsStayOnThePageWithoutAConnection() {
        signIn(ann, EPISODE);
        browser.driver().executeScript("window.kept = true; document.querySelector('#text-new').value = 'A remark'");
        network.down();
        browser.driver().executeScript("document.querySelector('#text-new').form.requestSubmit()");
        waitFor("a message", () -> browser.text().contains("No connection. Try again later."));
        assertThat(browser.driver().executeScript("return window.kept && document.querySelector('#text-new').value"))
                .isEqualTo("A remark");
        network.up();
        browser.driver().executeScript("document.querySelector('#text-new').form.requestSubmit()");
        waitFor(
                "the comment",
                () -> String.valueOf(browser.driver()
                                .executeScript("return document.querySelector('.comment-text')?.textContent"))
                        .contains("A remark"));
        hasNoOtherErrors();
    }

    @Test
    void copiesAreDeletedAtSignOut() {
        signIn(ann, EPISODE);
        waitForCopy(EPISODE);
        waitForCopy("/keyboard");
        signOut();
        waitFor("signed out", () -> state().equals("none"));
        waitFor(
                "no copies",
                () -> await("caches.keys().then(names => names.some(name => name.includes('-pages-')))")
                        .equals("false"));

        network.down();
        browser.go(EPISODE);
        assertThat(browser.text()).contains("Without a connection").doesNotContain("Guts");
        hasNoOtherErrors();
    }

    @Test
    void whatCannotBeStoredIsListedWithWhatToDo() {
        signIn(ann, EPISODE);
        network.down();
        browser.element("#mark-this").click();
        waitForState("1 press");
        await("""
                new Promise(done => {
                  const open = indexedDB.open('spoolmark-queue', 1);
                  open.onsuccess = () => {
                    const store = open.result.transaction('clicks', 'readwrite').objectStore('clicks');
                    store.getAll().onsuccess = event => {
                      const click = event.target.result.at(-1);
                      store.put({...click, at: click.at + 86400000}).onsuccess = done;
                    };
                  };
                })""");
        connect();
        waitForState("1 could not be stored.");
        browser.go("/offline");
        waitFor("the reason", () -> browser.text().contains("The clock of this device is ahead."));
        browser.isAccessible();
        browser.picture("offline-failed");
        browser.press("Discard");
        waitForState("");
        assertThat(plays(ann)).isEmpty();
        hasNoOtherErrors();
    }
}
