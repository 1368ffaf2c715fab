package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/unwatchlist")
class MovieUnwatchlistTest extends V1Conformance {

    @Test
    void countsRemovedItems() {
        v1.post("movie/watchlist").as(users.ann()).with("\"movies\": [{\"tmdb_id\": 272}, {\"tmdb_id\": 194}]");

        remove("{\"imdb_id\": \"tt0372784\"}, {\"tmdb_id\": 593}").is(200, "removed-one");
        remove("{\"imdb_id\": \"tt0372784\"}").ok().node("message").isEqualTo("0 movies removed from watchlist");
        v1.get("user/watchlist/movies", "/ann").send().ok().isArray().hasSize(1);
    }

    @Test
    void createsNoItem() {
        remove("{\"title\": \"Nobody Knows It\", \"year\": 1971}").ok();

        assertThat(users.features().catalog().findMovie(CatalogFixture.movieRef("nobody-knows-it-1971")))
                .isEmpty();
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("movie/unwatchlist").with("\"movies\": []").fails(401, "failed authentication");
    }

    private V1Response remove(String movies) {
        return v1.post("movie/unwatchlist").as(users.ann()).with("\"movies\": [" + movies + "]");
    }
}
