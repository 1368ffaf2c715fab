package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 rate/movies")
class RateMoviesTest extends V1Conformance {

    @Test
    void ratesSkipsAndRemovesInOneRequest() {
        v1.post("rate/movie").as(users.ann()).with("\"imdb_id\": \"tt1285016\", \"rating\": 3");

        v1.post("rate/movies").as(users.ann()).with("""
                "movies": [
                  {"imdb_id": "tt0372784", "title": "Batman Begins", "year": 2005, "rating": 8},
                  {"imdb_id": "tt1285016", "rating": 0},
                  {"title": "No Year", "rating": 8},
                  {"imdb_id": "tt9999999", "title": "No Such Film", "year": "2020", "rating": "unrate"}]
                """).is(200, "rated-unrated-skipped");

        v1.get("user/ratings/movies", "/ann").send().is(200, "ratings-afterwards");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/movies").with("\"movies\": []").fails(401, "failed authentication");
    }
}
