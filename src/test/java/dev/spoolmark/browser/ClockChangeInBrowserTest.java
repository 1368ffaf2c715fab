package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/// The history around days on which clocks are changed, in the time zone of the user. The device is in another one.
@BrowserTest
class ClockChangeInBrowserTest {

    private static final LibraryFixture WORLD = new LibraryFixture();
    private static final MovieId MOVIE = WORLD.movie("The Long Night");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /// @param zone of the user
    /// @param spring the day on which clocks are set forward at 2:00
    /// @param before 1:30 on that day
    /// @param autumn the day on which clocks are set back
    /// @param first the first of both times that are 1:30 in New York and 2:30 in Berlin
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Europe/Berlin, 2013-03-31, 2013-03-31T00:30:00Z, 2012-10-28T02:30, 2012-10-28T00:30:00Z",
        "America/New_York, 2013-03-10, 2013-03-10T06:30:00Z, 2012-11-04T01:30, 2012-11-04T05:30:00Z"
    })
    void playsAreAddedEditedShiftedAndDeletedAroundTheChange(
            String zone, String spring, Instant before, String autumn, Instant first) {
        Account user = createUser(zone);
        try (Browser browser = Browser.signIn(
                Setup.DESKTOP, WORLD.server.port(), user.name(), LibraryFixture.PASSWORD, "/m/the-long-night-1999")) {
            browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Tokyo"));
            add(browser, spring, "01:30");
            assertThat(times(user)).containsExactly(before);

            browser.go("/history");
            setTime(browser, spring + "T02:30");
            browser.waitFor("This time does not exist: the clocks were set forward.");
            browser.forgetLog(); // the status 422
            assertThat(times(user)).containsExactly(before);
            setTime(browser, spring + "T03:30");
            browser.waitFor("Changed the time of 1 play.");
            assertThat(times(user)).as("the hour from 2:00 on is left out").containsExactly(before.plusSeconds(3_600));
            undo(browser, user, before);

            shift(browser, "later", "days", "1");
            assertThat(times(user))
                    .as("the same clock time, 23 hours later")
                    .containsExactly(before.plusSeconds(82_800));
            undo(browser, user, before);
            shift(browser, "later", "hours", "24");
            assertThat(times(user)).containsExactly(before.plusSeconds(86_400));
            undo(browser, user, before);

            setTime(browser, autumn);
            browser.waitFor("Changed the time of 1 play.");
            assertThat(times(user))
                    .as("of two times, that with the offset of before")
                    .containsExactly(first.plusSeconds(3_600));
            shift(browser, "earlier", "hours", "1");
            assertThat(times(user)).as("the same clock time, an hour earlier").containsExactly(first);
            browser.go("/history");
            assertThat(browser.element("main .edit input").getAttribute("value"))
                    .isEqualTo(autumn);
            setTime(browser, autumn);
            browser.waitFor("The play was changed.");
            assertThat(times(user)).as("the first of two stays").containsExactly(first);

            browser.go("/history");
            browser.element("button[name=do][value^='delete:']").click();
            browser.waitFor("1 play was deleted.");
            assertThat(times(user)).isEmpty();
            undo(browser, user, first);
            browser.hasEmptyLog();
        }
    }

    private static Account createUser(String zone) {
        String name = zone.substring(zone.indexOf('/') + 1).replace('_', '-');
        Account user = PageAccounts.create(WORLD.server, name, null, LibraryFixture.PASSWORD);
        Preferences before = user.preferences();
        WORLD.server
                .features()
                .accounts()
                .settings()
                .changePreferences(
                        user.id(),
                        new Preferences(
                                ZoneId.of(zone),
                                before.ratingMode(),
                                before.clock24Hours(),
                                before.commentBadges(),
                                before.commentSpoilers(),
                                before.pages()));
        return user;
    }

    private static void add(Browser browser, String day, String time) {
        browser.element("form.mark details summary").click();
        browser.element("#when-this option[value=date]").click();
        fill(browser, "#date-this", day);
        fill(browser, "#time-this", time);
        browser.element("#mark-this").click();
        browser.waitFor("Marked as watched.");
    }

    private static void setTime(Browser browser, String time) {
        browser.go("/history");
        browser.element("main li details.edit summary").click();
        fill(browser, "main li details.edit input", time);
        browser.element("main li details.edit button").click();
    }

    private static void shift(Browser browser, String direction, String unit, String amount) {
        browser.go("/history");
        browser.element("main li input[name=select]").click();
        browser.element("details:has(#direction) summary").click();
        browser.element("#direction option[value=" + direction + "]").click();
        browser.element("#" + unit).sendKeys(amount);
        browser.element("button[name=do][value=shift]").click();
        browser.waitFor("Changed the time of 1 play.");
    }

    private static void undo(Browser browser, Account user, Instant expected) {
        browser.element("[data-undo] button").click();
        browser.waitUntil("the former time", () -> times(user).equals(List.of(expected)));
    }

    /// How a field for a date is typed into depends on the language of the browser.
    private static void fill(Browser browser, String css, String value) {
        WebElement field = browser.element(css);
        browser.driver().executeScript("arguments[0].value = arguments[1]", field, value);
    }

    private static List<Instant> times(Account user) {
        return WORLD
                .server
                .features()
                .playAdditions()
                .of(WORLD.server.features().profileAccess().self(user), MOVIE, 9)
                .stream()
                .map(PlayEntry::watchedAt)
                .map(Objects::requireNonNull)
                .toList();
    }
}
