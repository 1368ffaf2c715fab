package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;
    private final ShowId show = world.show("Paper Boats", 60, "2013-01-01T03:00:00Z");
    private final MovieId movie = world.movie("Dune & <Sand>");

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> titles() {
        return browser.page().select("main .list-plain > li strong").eachText();
    }

    /// The address of the page of a play, without its query.
    private static String pathOfFirstPlay(PageClient history) {
        String address = history.page().expectFirst("a[href^=/history/]").attr("href");
        return address.substring(0, address.indexOf('?'));
    }

    @Test
    void playsStandByDayWithClockTimesOfTheTimeZone() {
        world.watch(world.ann.id(), movie, "2013-06-24T06:30:00Z");
        world.watch(world.ann.id(), show, 1, "2013-06-24T07:15:00Z");

        world.counted("/history").isWellFormed();

        assertThat(browser.page().select("main section h2").eachText())
                .containsExactly("Monday, June 24, 2013", "Sunday, June 23, 2013");
        assertThat(browser.text()).contains("12:15", "11:30", "S1 E1 · Episode 1", "Dune & <Sand>");
        assertThat(browser.page().select("a[href=/s/paper-boats/1/1]")).isNotEmpty();
    }

    @Test
    void filtersAreInTheAddressAndStayOnTheNextPage() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        for (int number = 1; number <= 55; number++) {
            world.watch(world.ann.id(), show, number, "2013-06-21T12:00:00Z");
        }

        world.counted("/history?kind=episodes&show=paper-boats&from=2013-06-21&to=2013-06-21");
        assertThat(titles()).hasSize(50);
        browser.get(browser.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(titles()).hasSize(5);
        assertThat(browser.path()).contains("kind=episodes", "show=paper-boats", "from=2013-06-21");
        assertThat(browser.get("/history?kind=movies")
                        .page()
                        .select("main .list-plain > li strong")
                        .eachText())
                .containsExactly("Dune & <Sand>");
        assertThat(browser.get("/history?to=2013-06-19").text()).contains("No plays.");
        assertThat(browser.get("/history?source=scrobble").text()).contains("No plays.");
        browser.get("/history?source=seen&kind=episodes");
        assertThat(browser.page().expectFirst("a[rel=next]").attr("href")).contains("source=seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=books",
                "source=cinema",
                "show=nothing",
                "show=%E2%80%AE",
                "from=2013-13-01",
                "from=0000-01-01",
                "to=tomorrow",
                "from=2013-06-02&to=2013-06-01",
                "before=nonsense",
                "before=99999999999999999999_1",
                "kind=%F0%9F%92%A9&from=%3Cb%3E"
            })
    void wrongFiltersAreExplained(String query) {
        browser.get("/history?" + query);

        assertThat(browser.status()).isEqualTo(422);
        browser.isWellFormed();
        assertThat(browser.page().select("[aria-invalid=true], .notice-warning"))
                .isNotEmpty();
    }

    @Test
    void aDeletedPlayIsBackAfterUndo() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        world.watch(world.ann.id(), show, 1, "2013-06-21T12:00:00Z");

        browser.get("/history?kind=movies").submit("Delete Dune & <Sand>, 1999");
        assertThat(browser.path()).isEqualTo("/history?kind=movies");
        assertThat(browser.text()).contains("1 play was deleted.", "No plays.");

        browser.submit("Undo");
        assertThat(browser.text()).contains("The plays are back.", "Dune & <Sand>");
        assertThat(browser.page().select("form[action=/history/restore]")).isEmpty();
    }

    @Test
    void selectedPlaysAreDeleted() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String play =
                browser.get("/history").page().expectFirst("input[name=select]").val();

        browser.submit("Delete selected");
        assertThat(browser.text()).contains("Nothing was selected");
        browser.get("/history").submit("Delete selected", "select", play);
        assertThat(browser.text()).contains("1 play was deleted.");
        world.clock.pass(Duration.ofMinutes(11));
        world.post("/history/restore").follow();
        assertThat(browser.text()).contains("There is nothing to undo.");
    }

    @Test
    void theTimeOfAPlayIsChanged() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        browser.get("/history");
        browser.get(
                browser.page().expectFirst("main details a[href^=/history/]").attr("href"));
        browser.isWellFormed();
        assertThat(browser.page().expectFirst("#time").val()).isEqualTo("2013-06-20T05:00");

        browser.submit("Save", "time", "2013-06-19T22:30");
        assertThat(browser.text()).contains("The play was changed.", "Wednesday, June 19, 2013", "10:30");
        browser.get(
                browser.page().expectFirst("main details a[href^=/history/]").attr("href"));
        browser.submit("Save", "unknown", "on");
        assertThat(browser.text()).contains("At an unknown time", "Set time");
    }

    @Test
    void aPlayOfWhichOnlyTheDayIsKnownHasNoClockTime() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String path = pathOfFirstPlay(browser.get("/history"));

        browser.get(path).submit("Save", "time", "2013-06-19T22:30", "precision", "day");
        assertThat(browser.text())
                .contains("Wednesday, June 19, 2013", "Jun 19, 2013")
                .doesNotContain("10:30");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-06-19");
        assertThat(browser.get(path).page().expectFirst("#time").val()).isEqualTo("2013-06-19T12:00");
        browser.submit("Save", "time", "2013-06-18T12:00");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-06-18");
        browser.get(path).submit("Save", "precision", "month");
        assertThat(browser.text()).contains("June 2013");
        browser.get(path).submit("Save", "precision", "year");
        assertThat(browser.page().expectFirst("main h2").text()).isEqualTo("2013");
        browser.get(path).submit("Save", "time", "2013-06-18T21:00", "precision", "instant");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-06-19T04:00:00Z");
    }

    @Test
    void aTimeThatAnotherWindowHasChangedIsExplained() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String path = pathOfFirstPlay(browser.get("/history"));
        browser.get(path);
        String seen = browser.page().expectFirst("input[name=was]").val();
        browser.submit("Save", "time", "2013-06-19T22:30");

        world.post(path, "time", "2013-06-18T20:15", "was", seen);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("time")).contains("Jun 19, 2013, 10:30", "Jun 18, 2013, 8:15");
        assertThat(browser.page().expectFirst("#time").val()).isEqualTo("2013-06-18T20:15");
        browser.submit("Save");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-06-19T03:15:00Z");
    }

    /// In Los Angeles clocks were set forward at 2:00 on 10 March 2013, and back at 2:00 on 4 November 2012.
    @Test
    void timesThatClocksLeaveOutAreExplainedAndThoseThatOccurTwiceStay() {
        world.watch(world.ann.id(), movie, "2012-11-04T09:30:00Z");
        String path = browser.get("/history")
                .page()
                .expectFirst("main details a[href^=/history/]")
                .attr("href");

        browser.get(path).submit("Save", "time", "2013-03-10T02:30");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("time")).isEqualTo("This time does not exist: the clocks were set forward.");
        assertThat(browser.get(path).page().expectFirst("#time").val()).isEqualTo("2012-11-04T01:30");
        browser.submit("Save");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2012-11-04T09:30:00Z");
        browser.get(path).submit("Save", "time", "2012-11-04T01:45");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2012-11-04T09:45:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2013-02-30T10:00", "1899-12-31T10:00", "2013-06-26T12:00", "2013-06-24T25:00"})
    void aWrongTimeIsExplained(String time) {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        browser.get("/history");
        browser.get(browser.page()
                        .expectFirst("main details a[href^=/history/]")
                        .attr("href"))
                .submit("Save", "time", time);

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("time")).isNotBlank();
    }

    @Test
    void playsOfOthersDoNotExist() {
        world.watch(world.bob.id(), movie, "2013-06-20T12:00:00Z");
        PageClient bob = world.signIn("bob");
        String play = pathOfFirstPlay(bob.get("/history"));

        assertThat(bob.get(play).status()).isEqualTo(200);
        assertThat(browser.get(play).status()).isEqualTo(404);
        assertThat(browser.get("/history/x").status()).isEqualTo(404);
        assertThat(world.post(play, "unknown", "on").status()).isEqualTo(404);
        String id = play.substring("/history/".length());
        world.post("/history/plays", "do", "delete", "select", id).follow();
        assertThat(browser.text()).contains("Nothing was selected");
        assertThat(world.post("/history/plays", "do", "delete", "select", "-1").status())
                .isEqualTo(400);
        assertThat(bob.get("/history").text()).doesNotContain("At an unknown time");
        assertThat(bob.page().select("input[name=select]")).hasSize(1);
        bob.close();
    }

    @Test
    void aFormLeadsToNoOtherPage() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String play = pathOfFirstPlay(browser.get("/history"));

        for (String next :
                List.of("//evil.example", "https://evil.example", "/settings", "/historyx", "javascript:x")) {
            world.post(play, "unknown", "on", "next", next);
            assertThat(browser.header("Location")).contains("/history?notice=play_changed");
        }
    }

    @Test
    void germanTextsAreUsed() {
        world.watch(world.ann.id(), movie, "2013-06-24T06:30:00Z");

        browser.in("de").get("/history").isWellFormed();

        assertThat(browser.text()).contains("Verlauf", "Sonntag, 23. Juni 2013");
    }

    @Test
    void aVisitorIsSentToTheSignInPage() {
        try (PageClient visitor = new PageClient(world.server.port())) {
            assertThat(visitor.get("/history").path()).startsWith("/signin?next=");
        }
    }

    /// In Los Angeles clocks were set forward on 10 March 2013: a day later is 23 hours later, with the same clock
    /// time.
    @Test
    void selectedPlaysAreShiftedByDaysOverAChangeOfClocksAndBack() {
        world.watch(world.ann.id(), movie, "2013-03-09T20:00:00Z");
        String play =
                browser.get("/history").page().expectFirst("input[name=select]").val();

        browser.submit("Shift selected", "select", play, "direction", "later", "days", "1");
        assertThat(browser.text()).contains("Changed the time of 1 play.");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-03-10T19:00:00Z");
        browser.submit("Undo");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-03-09T20:00:00Z");
        browser.submit("Shift selected", "select", play, "direction", "later", "hours", "24");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-03-10T20:00:00Z");
    }

    @Test
    void allPlaysOfTheFilterGetOneTime() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        world.watch(world.ann.id(), show, 1, "2013-06-21T12:00:00Z");
        world.watch(world.ann.id(), show, 2, "2013-06-22T12:00:00Z");

        browser.get("/history?kind=episodes").submit("Give selected this time", "all", "on", "at", "2013-06-01T20:00");
        assertThat(browser.text()).contains("Changed the times of 2 plays.");
        browser.get("/history?kind=movies");
        assertThat(browser.page().expectFirst("main time").attr("datetime")).isEqualTo("2013-06-20T12:00:00Z");
        browser.get("/history?kind=episodes").submit("Time unknown", "all", "on");
        assertThat(browser.text()).contains("At an unknown time");
    }

    @Test
    void aTimeIsChangedInPlace() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String play =
                browser.get("/history").page().expectFirst("input[name=select]").val();

        browser.submit("Save time Dune & <Sand>, 1999", "time." + play, "2013-06-19T22:30");
        assertThat(browser.text()).contains("Changed the time of 1 play.", "Wednesday, June 19, 2013");
        browser.submit("Save time Dune & <Sand>, 1999", "time." + play, "2013-03-10T02:30");
        assertThat(browser.errorOf("time")).isEqualTo("This time does not exist: the clocks were set forward.");
        assertThat(browser.page().expectFirst("#time").val()).isEqualTo("2013-03-10T02:30");
    }

    @Test
    void impossibleChangesOfTimesAreExplained() {
        world.watch(world.ann.id(), movie, "2013-06-20T12:00:00Z");
        String play =
                browser.get("/history").page().expectFirst("input[name=select]").val();

        browser.submit("Shift selected", "select", play, "days", "x");
        assertThat(browser.text()).contains("Nothing was changed");
        browser.submit("Shift selected", "select", play, "days", "99999", "direction", "later");
        assertThat(browser.text()).contains("later than tomorrow");
        browser.submit("Give selected this time", "select", play, "at", "never");
        assertThat(browser.text()).contains("Nothing was changed");
        assertThat(world.post("/history/plays", "do", "burn").status()).isEqualTo(400);
        assertThat(world.post("/history/plays", "do", "shift", "days", "1", "direction", "up")
                        .status())
                .isEqualTo(400);
    }
}
