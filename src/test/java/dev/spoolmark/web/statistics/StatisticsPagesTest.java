package dev.spoolmark.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// It is 5:00 on 24 June 2013 in Los Angeles, the time zone of the users.
class StatisticsPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;
    private final PlayAdditions additions = world.server.features().playAdditions();
    private final ShowId show = world.show("Paper Boats", 12, "2013-01-01T03:00:00Z");
    private final MovieId movie = world.movie("Dune & <Sand>");

    @AfterEach
    void close() {
        world.close();
    }

    private void watchSeveral() {
        world.watch(world.ann.id(), show, 1, "2013-01-01T07:59:00Z");
        world.watch(world.ann.id(), show, 2, "2013-01-01T08:00:00Z");
        world.watch(world.ann.id(), show, 3, "2013-06-23T20:00:00Z");
        world.watch(world.ann.id(), show, 4, "2013-06-24T07:30:00Z");
        world.watch(world.ann.id(), movie, "2013-06-24T10:00:00Z");
        additions.watchedAt(world.ann.id(), Watchable.of(movie), null, null);
    }

    /// The value of a number by its name.
    private String figure(String name) {
        return figure(browser, name);
    }

    private static String figure(PageClient client, String name) {
        Element term = client.page().select(".figure dt").stream()
                .filter(found -> found.text().equals(name))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(term.nextElementSibling())
                .expectFirst(".figure-value")
                .text();
    }

    private List<String> rows(String id) {
        List<String> rows = new ArrayList<>();
        browser.page().select("section[aria-labelledby=" + id + "] tbody tr").forEach(row -> rows.add(row.text()));
        return rows;
    }

    @Test
    void withoutPlaysThePageHasNoCharts() {
        world.counted("/stats").isWellFormed();

        assertThat(browser.text()).contains("No plays in this period.");
        assertThat(browser.get("/stats/2013").text()).contains("No plays in this period.");
        assertThat(browser.get("/stats/2013/06").status()).isEqualTo(200);
        assertThat(browser.get("/stats/2013/review").isWellFormed().text()).contains("No plays in this period.");
        assertThat(browser.page().select("img.review-picture")).isEmpty();
    }

    @Test
    void allTimeHasTotalsChartsAndLists() {
        watchSeveral();

        world.counted("/stats").isWellFormed();

        assertThat(figure("Plays")).isEqualTo("6");
        assertThat(figure("Time")).isEqualTo("3 h");
        assertThat(figure("Episodes")).isEqualTo("4");
        assertThat(figure("Movies")).isEqualTo("2");
        assertThat(figure("Days with a play")).isEqualTo("4");
        assertThat(figure("Longest run of days")).isEqualTo("2 days");
        assertThat(figure("Current run of days")).isEqualTo("2 days");
        assertThat(figure("First play")).isEqualTo("Dec 31, 2012");
        assertThat(browser.text())
                .contains("1 play is at an unknown time.", "2 plays are of titles whose length is unknown.");
        assertThat(browser.text()).contains("Time zone: America/Los_Angeles.");
        assertThat(rows("by-years")).containsExactly("2012 1 play 45 min", "2013 4 plays 2 h 15 min");
        assertThat(rows("by-month")).hasSize(12).contains("June 3 plays 1 h 30 min");
        assertThat(browser.page()
                        .select("#top-shows ~ ol li a[href=/s/paper-boats]")
                        .text())
                .isEqualTo("Paper Boats");
        assertThat(browser.page().select("#top-movies ~ ol bdi").eachText()).containsExactly("Dune & <Sand>");
        assertThat(browser.page().select("#top-decades ~ ol li").eachText())
                .containsExactly("1990s 2 plays · 1 title", "2010s 4 plays · 1 title");
        assertThat(browser.page().select("nav.periods a").eachText()).containsExactly("All time", "2013", "2012");
    }

    @Test
    void drawingsHaveANameAndATable() {
        watchSeveral();
        browser.get("/stats");

        assertThat(browser.page().select("main svg:not([aria-hidden])"))
                .isNotEmpty()
                .allSatisfy(drawing -> {
                    assertThat(drawing.attr("role")).isEqualTo("img");
                    assertThat(drawing.attr("aria-label")).isNotBlank();
                    Element section = Objects.requireNonNull(drawing.closest("section"));
                    assertThat(section.select("details table")).hasSize(1);
                });
        assertThat(browser.page().select("[style]")).isEmpty();
        assertThat(browser.page().select("svg.heat-cells rect")).hasSize(7 * 24);
        assertThat(browser.page().select(".heat-table tbody tr").get(0).text()).isEqualTo("0 1 1 0 0 0 0 0");
    }

    @Test
    void aYearAndAMonthLeadToTheirPlays() {
        watchSeveral();

        world.counted("/stats/2013").isWellFormed();
        assertThat(figure("Plays")).isEqualTo("4");
        assertThat(browser.page().expectFirst(".figure a").attr("href"))
                .isEqualTo("/history?from=2013-01-01&to=2013-12-31");
        assertThat(rows("by-months")).hasSize(12).contains("January 1 play 45 min");
        assertThat(browser.page().select("a[href=/history?from=2013-01-01&to=2013-12-31&show=paper-boats]"))
                .hasSize(1);
        assertThat(browser.page().select("a[href=/stats/2013/review]")).hasSize(1);
        browser.get(browser.page()
                .expectFirst("#by-months ~ details a[href=/stats/2013/06]")
                .attr("href"));
        browser.isWellFormed();
        assertThat(rows("by-days")).hasSize(30).contains("Jun 24, 2013 2 plays 45 min");
        assertThat(browser.page().select("a[href=/history?from=2013-06-24&to=2013-06-24]"))
                .isNotEmpty();
        assertThat(browser.get("/history?from=2013-06-24&to=2013-06-24").page().select("input[name=select]"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stats/0",
                "/stats/1899",
                "/stats/2200",
                "/stats/-2013",
                "/stats/20133",
                "/stats/%D9%A2%D9%A0%D9%A1%D9%A3",
                "/stats/2013/0",
                "/stats/2013/13",
                "/stats/2013/x",
                "/stats/2013/006",
                "/stats/x/review",
                "/stats/1899/review.png",
                "/u/nobody/stats",
                "/u/ann/stats/1"
            })
    void otherAddressesDoNotExist(String path) {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void visitorsAreSentToTheSignInPage() {
        try (PageClient visitor = new PageClient(world.server.port())) {
            for (String path : List.of("/stats", "/stats/2013", "/stats/2013/06", "/stats/2013/review")) {
                assertThat(visitor.get(path).path()).startsWith("/signin?next=");
            }
        }
    }

    @Test
    void othersSeeWhatTheHistoryAllows() {
        watchSeveral();
        world.server.features().ratings().rate(world.ann.id(), List.of(new RatingChange(movie, new Score(8))));
        try (PageClient visitor = new PageClient(world.server.port());
                PageClient bob = world.signIn("bob")) {
            for (PageClient other : List.of(visitor, bob)) {
                other.get("/u/ann/stats").isWellFormed();
                assertThat(figure(other, "Plays")).isEqualTo("6");
                assertThat(other.text())
                        .contains("Statistics of ann", "Paper Boats")
                        .doesNotContain("Los_Angeles");
                assertThat(other.page().select("main a[href^=/history]")).isEmpty();
                assertThat(other.page().select("main a[href=/u/ann/stats/2013]"))
                        .isNotEmpty();
                assertThat(other.page().select("#ratings")).hasSize(1);
                assertThat(other.get("/u/ann/stats/2013/06").status()).isEqualTo(200);
            }
            audience(ProfileSection.RATINGS, Audience.SELF);
            assertThat(bob.get("/u/ann/stats").page().select("#ratings")).isEmpty();
            audience(ProfileSection.PROGRESS, Audience.SELF);
            assertHidden(bob);
            audience(ProfileSection.PROGRESS, Audience.EVERYONE);
            audience(ProfileSection.HISTORY, Audience.SELF);
            for (PageClient other : List.of(visitor, bob)) {
                assertHidden(other);
            }
            assertThat(browser.get("/u/ann/stats").status()).isEqualTo(200);
        }
    }

    @Test
    void aProtectedProfileIsOpenToApprovedFollowers() {
        watchSeveral();
        var features = world.server.features();
        features.accounts().change(world.ann, new AccountPatch(true, true));
        try (PageClient visitor = new PageClient(world.server.port());
                PageClient bob = world.signIn("bob")) {
            assertHidden(visitor);
            assertHidden(bob);
            features.follows().follow(world.bob, features.accounts().get("ann"));
            assertHidden(bob);
            features.follows().approve(features.accounts().get("ann"), world.bob.id());
            assertThat(bob.get("/u/ann/stats").status()).isEqualTo(200);
            assertHidden(visitor);
        }
    }

    /// A hidden page looks like one that does not exist.
    private static void assertHidden(PageClient client) {
        String missing = client.get("/u/nobody/stats").text();
        for (String path : List.of("/u/ann/stats", "/u/ann/stats/2013", "/u/ann/stats/2013/06")) {
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(client.text()).isEqualTo(missing);
        }
    }

    private void audience(ProfileSection section, Audience audience) {
        var accounts = world.server.features().accounts();
        Map<ProfileSection, Audience> audiences = new EnumMap<>(ProfileSection.class);
        for (ProfileSection each : ProfileSection.values()) {
            audiences.put(each, accounts.get("ann").audiences().of(each));
        }
        audiences.put(section, audience);
        accounts.settings().changeAudiences(accounts.get("ann"), new SectionAudiences(audiences), Actor.SERVER);
    }

    @Test
    void provisionalTitlesAreVisibleToTheirUserAlone() {
        MovieId provisional = world.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(CatalogFixture.movieRef("Home Video", 2012)))
                .values()
                .iterator()
                .next();
        world.watch(world.ann.id(), provisional, "2013-06-24T10:00:00Z");

        assertThat(browser.get("/stats").text()).contains("Home Video");
        try (PageClient bob = world.signIn("bob")) {
            bob.get("/u/ann/stats");
            assertThat(figure(bob, "Plays")).isEqualTo("1");
            assertThat(bob.page().html()).doesNotContain("Home Video");
        }
    }

    @Test
    void aChangeIsVisibleAtOnce() {
        world.watch(world.ann.id(), movie, "2013-06-24T10:00:00Z");
        assertThat(browser.get("/stats").text()).contains("Dune & <Sand>");

        browser.get("/history").submit("Delete Dune & <Sand>, 1999");

        assertThat(browser.get("/stats").text()).contains("No plays in this period.");
    }

    @Test
    void germanTextsAreUsed() {
        watchSeveral();

        browser.in("de").get("/stats/2013").isWellFormed();

        assertThat(browser.text()).contains("Statistik", "Nach Wochentag und Stunde", "Juni", "2 Std. 15 Min.");
    }

    @Test
    void aPageIsShort() {
        watchSeveral();
        Instant start = Instant.parse("1990-01-01T12:00:00Z");
        for (int year = 0; year < 23; year++) {
            additions.watchedAt(world.ann.id(), Watchable.of(movie), start.plusSeconds(31_557_600L * year), null);
        }

        assertThat(browser.get("/stats").page().html().length()).isLessThan(120_000);
        assertThat(rows("by-years")).hasSize(24);
    }
}
