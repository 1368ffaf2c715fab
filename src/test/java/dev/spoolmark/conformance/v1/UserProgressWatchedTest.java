package dev.spoolmark.conformance.v1;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Specified("v1 user/progress/watched")
class UserProgressWatchedTest extends V1Conformance {

    @BeforeEach
    void addPlays() {
        watch("portlandia", 1, 1, 1);
        watch("portlandia", 1, 2, 2);
        watch("dark-matters", 1, 1, 3);
        watch("dark-matters", 1, 2, 3);
    }

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/progress/watched", "/ann").send().is(200, "all");
        v1.get("user/progress/watched", "/ann/the-walking-dead/title/normal")
                .send()
                .is(200, "normal");
        v1.get("user/progress/watched", "/ann/the-walking-dead/title/full")
                .send()
                .is(200, "full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ['Dark Matters','Portlandia']",
                "activity | ['Dark Matters','Portlandia']",
                "most-completed | ['Dark Matters','Portlandia']",
                "least-completed | ['Portlandia','Dark Matters']",
                "recently-aired | ['Portlandia','Dark Matters']",
                "previously-aired | ['Dark Matters','Portlandia']",
                "no-such-order | ['Dark Matters','Portlandia']"
            })
    void sortsAsRequested(String sort, String titles) {
        v1.get("user/progress/watched", "/ann/all/" + sort)
                .send()
                .ok()
                .inPath("[*].show.title")
                .isEqualTo(titles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "213221 | ['Portlandia']",
                "tt1780441 | ['Portlandia']",
                "portlandia,153021,no-such-show | ['Portlandia','The Walking Dead']",
                "portlandia%2C213221 | ['Portlandia']"
            })
    void returnsRequestedShowsBegunOrNot(String named, String titles) {
        v1.get("user/progress/watched", "/ann/" + named)
                .send()
                .ok()
                .inPath("[*].show.title")
                .isEqualTo(titles);
    }

    @Test
    void containsTheRatingsOfTheSignedInUser() {
        rowsOf(users.bob()).addRating(show("portlandia"), 3);

        v1.get("user/progress/watched", "/ann/portlandia")
                .basic(users.bob())
                .send()
                .ok()
                .node("[0].show.rating_advanced")
                .isEqualTo(3);
    }

    @Test
    void anUnknownShowIsNotFound() {
        v1.get("user/progress/watched", "/ann/no-such-show").send().fails(404, "show not found");
    }

    @Test
    void aProtectedUserIsNotVisibleToOtherUsers() {
        v1.get("user/progress/watched", "/bob/portlandia").send().ok().isEqualTo("[]");
        v1.get("user/progress/watched", "/bob/portlandia")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
    }

    private void watch(String slug, int season, int number, int action) {
        ShowId show = show(slug);
        EpisodeId episode = users.features()
                .catalog()
                .guide(show)
                .episode(season, number)
                .orElseThrow()
                .id();
        rowsOf(users.ann()).addPlay(show, episode, action, Instant.ofEpochSecond(1_370_000_000L + show.value()));
    }

    private ShowId show(String slug) {
        return users.features()
                .catalog()
                .findShow(CatalogFixture.showRef(slug))
                .orElseThrow()
                .id();
    }
}
