package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
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

/// What pages cover of episodes that the viewer has not watched, as text.
@ParameterizedClass
@EnumSource(Engine.class)
class SpoilerPagesTest {

    @Parameter
    Engine engine;

    private ItemPagesFixture fixture;
    private PageClient ann;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        ann = fixture.ann;
        fixture.show("Long Evening", Instant.parse("2012-01-01T20:00:00Z"), 4);
        fixture.bob.get("/s/long-evening/1/3").submit("Send comment", "text", "The butler again.");
        fixture.bob.submit("8");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void level(String level) {
        ann.get("/settings/display").submit("Save", "spoilers", level);
        assertThat(ann.status()).isEqualTo(200);
    }

    /// The page without what is covered.
    private String open(String path) {
        ann.get(path).isWellFormed();
        ann.page().select("details.spoiler, details.cover").forEach(covered -> {
            assertThat(covered.hasAttr("open")).isFalse();
            covered.children().not("summary").remove();
        });
        return ann.page().text();
    }

    @Test
    void nothingIsCoveredUnlessTheUserWantsIt() {
        assertThat(open("/s/long-evening/1/3"))
                .contains("S1 E3 · Part 3", "What happens in 3", "1 rating", "The butler again.");
        assertThat(open("/s/long-evening/1")).contains("Part 1", "Part 4");
    }

    @Test
    void titleOverviewRatingsAndCommentsOfAnUnseenEpisodeAreCovered() {
        level("all");

        assertThat(open("/s/long-evening/1/3"))
                .contains("S1 E3", "Show the title", "Show the ratings", "Show the comments")
                .doesNotContain("Part 3", "What happens in 3", "1 rating,", "The butler again.");
        ann.get("/s/long-evening/1/3");
        assertThat(ann.page().select("details").text())
                .contains("Part 3", "What happens in 3", "1 rating,", "The butler again.");
        assertThat(ann.page().title()).doesNotContain("Part 3");

        ann.submit("Mark as watched");
        assertThat(open("/s/long-evening/1/3")).contains("S1 E3 · Part 3", "What happens in 3", "The butler again.");
    }

    @Test
    void unseenEpisodesAreCoveredInTheGridAndInTheListOfASeason() {
        level("all");
        ann.get("/s/long-evening/1/2").submit("Mark as watched");

        assertThat(open("/s/long-evening/1")).contains("Part 2").doesNotContain("Part 1", "Part 3", "Part 4");
        ann.get("/s/long-evening");
        assertThat(ann.page().select(".cell").eachAttr("title"))
                .containsExactly("S1 E1", "S1 E2 · Part 2", "S1 E3", "S1 E4");
    }

    @Test
    void onlyWhatComesAfterTheLastWatchedEpisodeIsCoveredIfTheUserWantsThat() {
        level("next");
        assertThat(open("/s/long-evening/1")).contains("Part 1", "Part 4");
        ann.get("/s/long-evening/1/2").submit("Mark as watched");

        assertThat(open("/s/long-evening/1")).contains("Part 1", "Part 2").doesNotContain("Part 3", "Part 4");
        assertThat(open("/s/long-evening/1/1")).contains("What happens in 1");
        assertThat(open("/s/long-evening/1/4")).doesNotContain("What happens in 4", "Part 4");
    }

    @Test
    void theFirstPageTheProgressAndTheCalendarCoverTitles() {
        fixture.show("Coming Soon", fixture.clock.instant().minus(Duration.ofDays(2)), 5);
        ann.get("/s/long-evening/1/1").submit("Mark as watched");
        ann.get("/s/coming-soon/1/1").submit("Mark as watched");
        for (String path : List.of("/", "/progress", "/calendar/agenda")) {
            assertThat(open(path)).as(path).containsPattern("· (Part|Episode) [2345]");
        }

        level("next");
        for (String path : List.of("/", "/progress", "/calendar/agenda")) {
            assertThat(open(path)).as(path).doesNotContainPattern("Part [2345]").contains("Show the title");
            assertThat(ann.get(path).page().select("details.spoiler").text()).containsPattern("Part [2345]");
        }
    }

    /// Episodes 1 and 2 come before the watched one, so they are no secrets; a show that is not begun has none.
    @Test
    void theCalendarAndThePagesOfTheShowCoverTheSameEpisodes() {
        fixture.show("Coming Soon", fixture.clock.instant().minus(Duration.ofDays(2)), 5);
        ann.get("/s/coming-soon").submit("Add to watchlist");
        level("next");
        for (String order : List.of("By number", "By air date")) {
            ann.get("/s/coming-soon").submit(order);
            assertThat(open("/calendar/agenda"))
                    .containsPattern("(Part|Episode) [45]")
                    .doesNotContain("Show the title");
            ann.get("/s/coming-soon/1/3").submit("Mark as watched", "when", "unknown");

            assertThat(open("/calendar")).doesNotContainPattern("Part [45]").contains("Show the title");
            assertThat(open("/s/coming-soon/1"))
                    .doesNotContainPattern("Part [45]")
                    .contains("Part 1", "Part 2");
            ann.get("/s/coming-soon/1/3").submit("Delete");
        }
    }

    @Test
    void anUnknownLevelIsRejected() {
        ann.get("/settings/display").submit("Save", "spoilers", "everything");

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.text()).contains("Choose one of the options.");
    }

    @Test
    void ratingsAreShownOnTheScaleOfTheUser() {
        for (String[] scale : new String[][] {
            {"ten", "7", "7 of 10"},
            {"hundred", "70", "70 of 100"},
            {"five_halves", "3½", "3½ of 5 stars"},
            {"five", "4", "4 of 5 stars"},
            {"thumbs", "Thumb up", "Thumb up"}
        }) {
            ann.get("/settings/account").submit("Save", "rating_scale", scale[0]);
            for (String path :
                    List.of("/m/solaris-1972", "/s/long-evening", "/s/long-evening/1", "/s/long-evening/1/1")) {
                ann.get(path).submit(scale[1]);
                assertThat(ann.text()).as(scale[0] + path).contains("Your rating: " + scale[2]);
            }
            ann.get("/s/long-evening/1");
            assertThat(ann.page().select(".episode-rows .badge").text()).contains("rated " + scale[2]);
            ann.get("/m/solaris-1972").submit("Remove rating");
            assertThat(ann.text()).doesNotContain("Your rating:");
        }
    }
}
