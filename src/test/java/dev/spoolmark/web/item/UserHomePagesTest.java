package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The first page of a user as text.
@ParameterizedClass
@EnumSource(Engine.class)
class UserHomePagesTest {

    private static final Instant LONG_AGO = Instant.parse("2012-01-01T20:00:00Z");

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        fixture.show("Long Evening", LONG_AGO, 3, 2);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String section(PageClient client, String name) {
        return client.page().select("section[aria-labelledby=" + name + "]").text();
    }

    @Test
    void aVisitorSeesTheWelcomePage() {
        try (PageClient visitor = new PageClient(fixture.server.port())) {
            visitor.get("/").isWellFormed();
            assertThat(visitor.text()).contains("Welcome", "Sign in").doesNotContain("Up next");
        }
    }

    @Test
    void aNewUserReadsWhatToDo() {
        fixture.ann.get("/").isWellFormed();

        assertThat(fixture.ann.text()).contains("Nothing is here yet.", "Signed in as ann.");
    }

    @Test
    void theNextEpisodeFollowsTheOneThatWasWatched() {
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched");
        fixture.ann.get("/").isWellFormed();
        assertThat(section(fixture.ann, "up_next"))
                .contains("Long Evening", "S1 E2 · Part 2", "2 left in the season", "4 left in all", "3 h");

        fixture.ann.submit("Watched");
        assertThat(fixture.ann.path()).startsWith("/?undo=");
        assertThat(section(fixture.ann, "up_next")).contains("S1 E3 · Part 3", "3 left");

        fixture.ann.submit("Undo");
        assertThat(section(fixture.ann, "up_next")).contains("S1 E2 · Part 2", "4 left");
    }

    @Test
    void theMessageAfterWatchingOffersToRateTheEpisode() {
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched");
        fixture.ann.get("/").submit("Watched");

        fixture.ann.submit("9");

        assertThat(fixture.ann.isWellFormed().text()).contains("Your rating is saved.");
        assertThat(fixture.ann.get("/s/long-evening/1/2").text()).contains("Your rating: 9 of 10");
        assertThat(fixture.ann.get("/s/long-evening/1/1").text()).doesNotContain("Your rating: 9 of 10");
    }

    @Test
    void aFinishedShowIsNotUpNext() {
        fixture.ann.get("/s/long-evening").submit("Mark all 5 aired episodes");

        assertThat(fixture.ann.get("/").page().select("#up_next")).isEmpty();
        assertThat(section(fixture.ann, "recent")).contains("Long Evening");
        assertThat(section(fixture.ann, "unrated")).contains("Long Evening");

        fixture.ann.get("/s/long-evening").submit("8");
        assertThat(fixture.ann.get("/").page().select("#unrated")).isEmpty();
    }

    @Test
    void aHiddenShowIsNotUpNext() {
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched");
        ShowId show = fixture.server
                .features()
                .catalog()
                .findShow(CatalogFixture.showRef("long-evening"))
                .orElseThrow()
                .id();

        fixture.server.features().hidden().hide(fixture.account("ann").id(), HiddenSection.PROGRESS, show);

        assertThat(fixture.ann.get("/").page().select("#up_next")).isEmpty();
    }

    @Test
    void aShowIsHiddenAndShownAgainByTheUndo() {
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched");

        fixture.ann.get("/").submit("Hide Long Evening");
        assertThat(fixture.ann.page().select("#up_next")).isEmpty();
        assertThat(fixture.ann.text()).contains("The show is no longer among the next episodes.");
        fixture.ann.submit("Undo");

        assertThat(section(fixture.ann, "up_next")).contains("Long Evening");
    }

    @Test
    void aShowWhosePlayHasNoTimeIsUpNext() {
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched", "when", "unknown");

        assertThat(section(fixture.ann.get("/"), "up_next")).contains("Long Evening", "S1 E2 · Part 2");
    }

    @Test
    void pinnedShowsComeFirstAndAShuffledOrderFollowsFromItsSeed() {
        for (int number = 1; number <= 8; number++) {
            fixture.show("Show " + number, LONG_AGO, 3);
            fixture.ann.get("/s/show-" + number + "/1/1").submit("Mark as watched");
            fixture.clock.pass(Duration.ofSeconds(1));
        }
        fixture.ann.get("/").submit("Pin Show 3");
        fixture.ann.get("/").isWellFormed();
        assertThat(titles()).startsWith("Show 3", "Show 8", "Show 7").hasSize(8);

        fixture.ann.get("/?shuffle=1");
        List<String> shuffled = titles();
        assertThat(shuffled).startsWith("Show 3").hasSize(8).isNotEqualTo(fixtureOrder());
        fixture.ann.get("/?shuffle=1").submit("Watched");
        assertThat(fixture.ann.path()).startsWith("/?shuffle=1&undo=");
        assertThat(titles()).isEqualTo(shuffled);
        fixture.ann.get("/?shuffle=%22%3E");
        assertThat(titles()).startsWith("Show 3", "Show 8");
    }

    private List<String> fixtureOrder() {
        return List.of("Show 3", "Show 8", "Show 7", "Show 6", "Show 5", "Show 4", "Show 2", "Show 1");
    }

    private List<String> titles() {
        return fixture.ann
                .page()
                .select("section[aria-labelledby=up_next] .item-title")
                .eachText();
    }

    @Test
    void aDroppedShowIsNeitherUpNextNorAboutToAirUntilTheUndo() {
        fixture.show("Coming Soon", fixture.clock.instant().minus(Duration.ofDays(3)), 30);
        fixture.ann.get("/s/coming-soon/1/1").submit("Mark as watched");

        fixture.ann.get("/").submit("Drop Coming Soon");
        assertThat(fixture.ann.text()).contains("The show was dropped.");
        assertThat(fixture.ann.page().select("#up_next, #airing")).isEmpty();
        fixture.ann.submit("Undo");

        assertThat(fixture.ann.page().select("#up_next, #airing")).hasSize(2);
    }

    @Test
    void aRewatchIsUpNextWithItsRunAndThePageOfTheShowHasBothRuns() {
        fixture.ann.get("/s/long-evening").submit("Mark all 5 aired episodes");
        fixture.clock.pass(Duration.ofHours(5));

        fixture.ann.get("/s/long-evening").submit("Start a rewatch Long Evening");
        assertThat(fixture.ann.isWellFormed().text())
                .contains("The rewatch began: run 2.", "Run 2: 0 of 5", "0 of 3 watched", "Mark all 5 aired episodes");
        assertThat(section(fixture.ann.get("/"), "up_next")).contains("Run 2: 0 of 5", "S1 E1 · Part 1");

        fixture.clock.pass(Duration.ofHours(5));
        fixture.ann.get("/s/long-evening/1").submit("Watched");
        assertThat(fixture.ann.text()).contains("watched, 2 plays").contains("1 play");
        fixture.clock.pass(Duration.ofHours(5));
        fixture.ann.get("/s/long-evening").submit("Mark all 4 aired episodes");
        assertThat(fixture.ann.text()).contains("4 episodes marked as watched.", "Run 2: 5 of 5");
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.text()).contains("Run 2: 1 of 5");
        fixture.ann.submit("End this rewatch Long Evening");
        assertThat(fixture.ann.text()).contains("3 of 3 watched").doesNotContain("Run 2");
    }

    @Test
    void anItemIsRatedOnItsCard() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched");

        fixture.ann.get("/").isWellFormed().submit("7");

        assertThat(fixture.ann.text()).contains("Your rating is saved.");
        assertThat(fixture.ann.page().select("#unrated")).isEmpty();
        assertThat(fixture.ann.get("/m/solaris-1972").text()).contains("Your rating: 7 of 10");
    }

    @Test
    void theFirstPageNeedsAtMostTwelveStatements() {
        for (int number = 1; number <= 30; number++) {
            fixture.show("Show " + number, LONG_AGO, number % 3 + 1);
            fixture.ann.get("/s/show-" + number + "/1/1").submit("Mark as watched");
        }
        fixture.bob.get("/m/solaris-1972").submit("Mark as watched");
        fixture.server.features().follows().followEachOther(fixture.account("ann"), fixture.account("bob"));

        assertThat(fixture.statements(fixture.ann, "/")).hasSizeLessThanOrEqualTo(12);
        assertThat(section(fixture.ann, "friends")).contains("Solaris");
    }

    @Test
    void aResumePointIsShownUntilTheItemIsWatched() {
        MovieId movie = fixture.server
                .features()
                .catalog()
                .findMovie(CatalogFixture.movieRef("solaris-1972"))
                .orElseThrow()
                .id();
        PlaybackReport half = new PlaybackReport(Watchable.of(movie), null, Duration.ofMinutes(167), 5_000, null);
        fixture.server.features().playback().pause(fixture.account("ann").id(), half);
        assertThat(section(fixture.ann.get("/"), "resume")).contains("Solaris");
        fixture.ann.submit("Hide");
        assertThat(fixture.ann.text()).contains("The position is deleted.");
        assertThat(fixture.ann.page().select("#resume")).isEmpty();
        fixture.ann.submit("Undo");
        assertThat(section(fixture.ann, "resume")).contains("Solaris");
        fixture.ann.get("/").submit("Hide");

        fixture.server.features().playback().pause(fixture.account("ann").id(), half);
        assertThat(section(fixture.ann.get("/"), "resume")).contains("Solaris");
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched");

        assertThat(fixture.ann.get("/").page().select("#resume")).isEmpty();
    }

    @Test
    void whatAirsWithinSevenDaysIsShownInTheTimeZoneOfTheUser() {
        fixture.show("Coming Soon", fixture.clock.instant().minus(Duration.ofDays(3)), 30);
        fixture.ann.get("/s/coming-soon/1/1").submit("Mark as watched");

        fixture.ann.get("/");

        assertThat(fixture.ann.page().select("section[aria-labelledby=airing] .item-card"))
                .hasSize(6);
        assertThat(section(fixture.ann, "airing")).contains("S1 E4 · Part 4").doesNotContain("S1 E11", "S1 E3 ·");
    }

    @Test
    void theWatchlistIsShownNewestFirst() {
        fixture.ann.get("/m/solaris-1972").submit("Add to watchlist");
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.ann.get("/s/portlandia").submit("Add to watchlist");

        fixture.ann.get("/");

        assertThat(section(fixture.ann, "watchlist")).containsSubsequence("Portlandia", "Solaris");
        fixture.ann.submit("Watched");
        assertThat(section(fixture.ann, "watchlist")).doesNotContain("Solaris");
    }

    @Test
    void onlyFriendsWhoseHistoryMayBeReadAreShown() {
        fixture.bob.get("/m/solaris-1972").submit("Mark as watched");
        assertThat(fixture.ann.get("/").text()).doesNotContain("Friends");

        fixture.server.features().follows().followEachOther(fixture.account("ann"), fixture.account("bob"));
        assertThat(section(fixture.ann.get("/"), "friends")).contains("bob", "Solaris");

        fixture.server
                .features()
                .follows()
                .unfollow(fixture.account("bob"), fixture.account("ann").id());
        assertThat(fixture.ann.get("/").text()).doesNotContain("Friends");
    }
}
