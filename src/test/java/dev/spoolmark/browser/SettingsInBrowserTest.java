package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.Theme;
import dev.spoolmark.account.secondfactor.TotpCodes;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.web.PageAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Changes of settings.
@BrowserTest
class SettingsInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final MutableClock CLOCK = new MutableClock();
    private static final TestServer SERVER = TestServer.start(CLOCK);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Browser open(Setup setup, String name) {
        if (SERVER.features().accounts().find(name).isEmpty()) {
            PageAccounts.create(SERVER, name, name + "@example.org", PASSWORD);
        }
        Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port());
        browser.go("/signin?next=/settings");
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(PASSWORD);
        browser.submit("main form button");
        browser.element(".menu");
        return browser;
    }

    private static Account account(String name) {
        return SERVER.features().accounts().get(name);
    }

    @Test
    void aChangedThemeIsAppliedAtOnce() {
        try (Browser browser = open(Setup.DESKTOP, "dora")) {
            browser.go("/settings/display");
            browser.field("Colors")
                    .findElement(By.cssSelector("option[value=dark]"))
                    .click();
            browser.press("Save");

            assertThat(browser.text()).contains("Saved.");
            assertThat(browser.element("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(account("dora").preferences().pages().theme()).isEqualTo(Theme.DARK);
            browser.isAccessible();
            browser.hasEmptyLog();
        }
    }

    @Test
    void theSecondFactorIsTurnedOnAndRequiredAtTheNextSignIn() {
        try (Browser browser = open(Setup.DESKTOP.phone(), "carl")) {
            browser.go("/settings/security/two-factor");
            browser.press("Turn on two-factor sign-in");
            browser.isAccessible();
            browser.picture("phone-enrolment");
            browser.type("Code", "000 000");
            browser.press("Turn on");
            assertThat(browser.text()).contains("not the one that the app shows now");

            browser.type("Code", TotpCodes.current(SERVER.database(), account("carl"), CLOCK));
            browser.press("Turn on");
            browser.isAccessible();
            browser.picture("phone-recovery-codes");
            String code = browser.element("#recovery .code").getText();
            browser.press("I have stored them");

            browser.signOut();
            browser.element("#name").sendKeys("carl");
            browser.element("#password").sendKeys(PASSWORD);
            browser.submit("main form button");
            browser.element("#code").sendKeys(code);
            browser.submit("main form button");
            browser.go("/settings/security/two-factor");
            assertThat(browser.text()).contains("9 recovery codes are left.");
            browser.picture("phone-two-factor-on");
        }
    }

    @Test
    void anAppPasswordIsCreatedAndRemovedAfterConfirmation() {
        try (Browser browser = open(Setup.DESKTOP, "emil")) {
            browser.go("/settings/security/app-passwords");
            browser.type("Name", "Kodi in the living room");
            browser.press("Create");
            browser.isAccessible();
            assertThat(browser.element("#password").getText()).matches("[a-z2-7]{26}");
            browser.picture("desktop-new-app-password");
            browser.press("Done");
            browser.isAccessible();
            browser.picture("desktop-app-passwords-one");

            browser.pressAndConfirm("Remove Kodi in the living room");
            assertThat(browser.text()).contains("The app password was removed.");
            browser.hasEmptyLog();
        }
    }

    @Test
    void anAccountIsDeletedWithoutScript() {
        try (Browser browser = open(Setup.DESKTOP.withoutScript(), "fred")) {
            browser.go("/settings/data");
            browser.press("Show what would be deleted");
            browser.element("#user_name").sendKeys("fredd");
            browser.press("Delete the account for ever");
            assertThat(browser.text()).contains("This is not your user name.");

            browser.element("#user_name").sendKeys(Keys.BACK_SPACE);
            browser.press("Delete the account for ever");
            assertThat(browser.text()).contains("Your account was deleted.");
            assertThat(SERVER.features().accounts().find("fred")).isEmpty();
        }
    }
}
