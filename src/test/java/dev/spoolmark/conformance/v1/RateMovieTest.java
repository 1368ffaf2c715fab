package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 rate/movie")
class RateMovieTest extends V1Conformance {

    @Test
    void storesTheRatingAndReturnsTheTotals() {
        rate("\"imdb_id\": \"tt0372784\", \"title\": \"Batman Begins\", \"year\": 2005, \"rating\": \"love\"")
                .is(200, "rated");
    }

    @Test
    void theTotalsIncludeAllUsersAndTheChange() {
        rate("\"imdb_id\": \"tt0372784\", \"rating\": \"love\"");

        V1Response second = v1.post("rate/movie").as(users.bob()).with("\"imdb_id\": \"tt0372784\", \"rating\": 1");

        second.ok().node("ratings").isEqualTo("{percentage: 50, votes: 2, loved: 1, hated: 1}");
        rate("\"imdb_id\": \"tt0372784\", \"rating\": \"unrate\"")
                .ok()
                .node("ratings")
                .isEqualTo("{percentage: 0, votes: 1, loved: 0, hated: 1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"imdb_id\": \"tt0211915\"",
                "\"imdb_id\": \"\", \"tmdb_id\": \"194\"",
                "\"imdb_id\": null, \"tmdb_id\": 194",
                "\"title\": \"AMELIE\", \"year\": \"2001\"",
                "\"title\": \"Amélie\", \"year\": 2001.0"
            })
    void aMovieIsFoundByIdsThenByTitleAndYear(String identity) {
        rate(identity + ", \"rating\": 6").ok().node("message").isEqualTo("rated Amélie (2001)");
    }

    @Test
    void storesAnUnknownMovieWithTitleAndYear() {
        rate("\"title\": \"Nobody Knows It\", \"year\": 1971, \"rating\": 6")
                .ok()
                .node("message")
                .isEqualTo("rated Nobody Knows It (1971)");
    }

    @Test
    void aMovieWithoutSufficientReferenceIsNotFound() {
        rate("\"title\": \"Nobody Knows It\", \"rating\": 6").fails(404, "movie not found");
        rate("\"rating\": 6").fails(404, "movie not found");
        rate("\"title\": \"Nobody Knows It\", \"year\": 1971, \"rating\": 0").fails(404, "movie not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/movie").with("\"imdb_id\": \"tt0372784\", \"rating\": 6").fails(401, "failed authentication");
    }

    private V1Response rate(String members) {
        return v1.post("rate/movie").as(users.ann()).with(members);
    }
}
