package dev.spoolmark.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.library.LibraryFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// It is 24 June 2013, a Monday, in Los Angeles, where a day begins at 7:00 UTC in summer.
class CalendarPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @AfterEach
    void close() {
        world.close();
    }

    private ShowId watchedShow(String first, int episodes) {
        ShowId show = world.show("Paper Boats", episodes, first);
        world.server.features().watchlist().addShows(world.ann.id(), List.of(show));
        return show;
    }

    private String day(String date) {
        return browser.page()
                .select("main section:has(time[datetime=" + date + "])")
                .text();
    }

    @Test
    void episodesStandOnTheDayOfTheTimeZoneOfTheUser() {
        watchedShow("2013-06-25T06:30:00Z", 2);

        world.counted("/calendar/agenda").isWellFormed();

        assertThat(day("2013-06-24")).contains("Today", "11:30", "Paper Boats", "S1 E1");
        assertThat(day("2013-06-25")).contains("S1 E2");
        assertThat(day("2013-06-26")).contains("Nothing airs.");
    }

    @Test
    void theMonthHasWholeWeeksAndMarksToday() {
        watchedShow("2013-06-25T06:30:00Z", 2);

        world.counted("/calendar").isWellFormed();

        assertThat(browser.page().select(".calendar tbody tr")).hasSize(5);
        assertThat(browser.page().select(".calendar td")).hasSize(35);
        assertThat(browser.page().expectFirst(".calendar th").text()).isEqualTo("Mon");
        assertThat(browser.page().expectFirst("td[aria-current=date]").text())
                .startsWith("24 ")
                .contains("Paper Boats");
        assertThat(browser.text()).contains("June 2013", "America/Los_Angeles");
        browser.get(browser.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(browser.text()).contains("July 2013");
        assertThat(browser.page().select("td[aria-current=date]")).isEmpty();
        browser.get(browser.page().expectFirst("a:containsOwn(Today)").attr("href"));
        assertThat(browser.text()).contains("June 2013");
    }

    @Test
    void watchedEpisodesAreMarked() {
        ShowId show = watchedShow("2013-06-23T06:30:00Z", 4);
        world.watch(world.ann.id(), show, 1, "2013-06-23T08:00:00Z");

        world.counted("/calendar/week?day=2013-06-20").isWellFormed();

        assertThat(browser.page().select("li.watched").text()).contains("S1 E1", "watched");
        assertThat(browser.page().select("li:not(.watched) a[href=/s/paper-boats/1/1]"))
                .isEmpty();
    }

    /// Clocks were set back at 2:00 on 3 November 2013: the day had 25 hours.
    @Test
    void aDayOfTwentyFiveHoursHasAllItsEpisodes() {
        watchedShow("2013-11-03T07:30:00Z", 2);
        world.show("Second", 1, "2013-11-04T07:30:00Z");

        browser.get("/calendar/agenda?day=2013-11-03");

        assertThat(day("2013-11-03")).contains("12:30", "S1 E1", "11:30", "S1 E2");
        assertThat(day("2013-11-04")).contains("Nothing airs.");
    }

    @Test
    void aDayWithManyEpisodesShowsTheNumberOfTheOthers() {
        List<ShowId> shows = IntStream.range(0, 8)
                .mapToObj(n -> world.show("Show " + n, 1, "2013-06-25T06:30:00Z"))
                .toList();
        world.server.features().watchlist().addShows(world.ann.id(), shows);

        world.counted("/calendar");
        assertThat(browser.page().expectFirst("td[aria-current=date]").text()).contains("3 more");
        assertThat(browser.get("/calendar/agenda")
                        .page()
                        .expectFirst("main section")
                        .select("li"))
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar?month=2013-13",
                "/calendar?month=0000-01",
                "/calendar?month=2013",
                "/calendar?month=%E2%80%AE",
                "/calendar?month=9999-12",
                "/calendar/week?day=2013-02-30",
                "/calendar/week?day=0000-01-01",
                "/calendar/agenda?day=x",
                "/calendar/agenda?day=99999-01-01"
            })
    void wrongDaysAreExplained(String path) {
        browser.get(path);

        assertThat(browser.status()).isEqualTo(422);
        browser.isWellFormed();
        assertThat(browser.text()).contains("This address has no such day or month.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendar?month=1850-01", "/calendar?month=2200-12", "/calendar/week?day=2200-12-31"})
    void theFirstAndLastYearAreShown(String path) {
        assertThat(browser.get(path).status()).isEqualTo(200);
        assertThat(browser.page().select("a[rel=prev], a[rel=next]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, SUNDAY",
        "de, MONDAY",
        "en, MONDAY",
        "'ar-EG,en;q=0.5', SATURDAY",
        "'', MONDAY",
        "'x;;;', MONDAY"
    })
    void weeksBeginAsIsUsualWhereTheBrowserComesFrom(String header, DayOfWeek day) {
        assertThat(FirstDayOfWeek.usual(header)).isEqualTo(day);
    }

    @Test
    void germanTextsAreUsed() {
        browser.in("de").get("/calendar").isWellFormed();

        assertThat(browser.text()).contains("Kalender", "Juni 2013", "Mo");
    }

    private String createAddress() {
        browser.get("/calendar").submit("Create address").isWellFormed();
        String address = browser.page().expectFirst("#address").text();
        return URI.create(address).getRawPath();
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + world.server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aCalendarProgramReadsTheCalendarWithoutASession() throws Exception {
        watchedShow("2013-06-25T06:30:00Z", 2);
        String path = createAddress();

        HttpResponse<String> calendar = fetch(path);

        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(calendar.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(calendar.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(calendar.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(calendar.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(calendar.body())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "SUMMARY:Paper Boats S1 E1 Episode 1\r\n",
                        "DTSTART:20130625T063000Z\r\n",
                        "DURATION:PT45M\r\n",
                        "/s/paper-boats/1/1\r\n");
        assertThat(uids(calendar)).hasSize(2).doesNotHaveDuplicates();
        world.clock.pass(Duration.ofHours(1));
        assertThat(uids(fetch(path))).isEqualTo(uids(calendar));
    }

    private static List<String> uids(HttpResponse<String> calendar) {
        return calendar.body().lines().filter(line -> line.startsWith("UID:")).toList();
    }

    @Test
    void anAddressIsShownOnceAndCanBeReplacedAndRevoked() throws Exception {
        String first = createAddress();
        assertThat(browser.get("/calendar").text())
                .contains("You created an address on Jun 24, 2013.")
                .doesNotContain(first);

        browser.submit("Create a new address");
        String second =
                URI.create(browser.page().expectFirst("#address").text()).getRawPath();
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        browser.get("/calendar").submit("Revoke address");
        assertThat(browser.text()).contains("was revoked");
        assertThat(fetch(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongAddressLooksLikeNoPage() throws Exception {
        String path = createAddress();
        String wrong = "/calendar/ical/" + "a".repeat(52);

        for (String address : List.of(wrong + ".ics", wrong, path.replace(".ics", ""), "/calendar/ical/.ics")) {
            assertThat(fetch(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void addressesCannotBeTriedOneAfterAnother() throws Exception {
        int status = 0;
        for (int i = 0; i < 40 && status != 503; i++) {
            status = fetch("/calendar/ical/" + i + ".ics").statusCode();
        }

        assertThat(status).isEqualTo(503);
    }
}
