package dev.spoolmark.conformance.v1;

import dev.spoolmark.UserRows;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 user/profile")
class UserProfileTest extends V1Conformance {

    @Test
    void returnsProfileAndStatistics() {
        Catalog catalog = users.features().catalog();
        MovieId movie = catalog.findMovie(CatalogFixture.movieRef("tt0372784"))
                .orElseThrow()
                .id();
        ShowId show = catalog.findShow(CatalogFixture.showRef("portlandia"))
                .orElseThrow()
                .id();
        EpisodeId farm = catalog.guide(show).episode(1, 1).orElseThrow().id();
        UserRows rows = rowsOf(users.ann());
        rows.addPlay(movie, 1, clock.instant().minusSeconds(60));
        rows.addPlay(show, farm, 2, clock.instant().minusSeconds(30));
        rows.addPlay(show, farm, 3, clock.instant().minusSeconds(90));
        rows.addCollected(show, farm);
        rows.addRating(show, 9);
        rows.addComment(movie, false);

        v1.get("user/profile", "/ANN").send().is(200, "of-ann");
    }

    @Test
    void returnsTheLastTenPlays() {
        MovieId movie = users.features()
                .catalog()
                .findMovie(CatalogFixture.movieRef("tt0372784"))
                .orElseThrow()
                .id();
        java.util.stream.IntStream.range(0, 12)
                .forEach(n ->
                        rowsOf(users.ann()).addPlay(movie, 1, clock.instant().minus(Duration.ofDays(n))));

        v1.get("user/profile", "/ann").send().ok().node("watched").isArray().hasSize(10);
    }

    @Test
    void onlyTheNameOfAProtectedUserIsVisibleToOtherUsers() {
        v1.get("user/profile", "/bob").send().is(200, "reduced");
        v1.get("user/profile", "/bob").basic(users.dora()).send().is(200, "reduced");
        v1.get("user/profile", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .node("stats.friends")
                .isEqualTo(1);
    }

    @Test
    void anUnknownUserIsNotFound() {
        v1.get("user/profile", "/nobody").send().fails(404, "user not found");
    }
}
