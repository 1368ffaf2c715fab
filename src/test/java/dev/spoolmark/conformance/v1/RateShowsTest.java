package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 rate/shows")
class RateShowsTest extends V1Conformance {

    @Test
    void ratesEachShow() {
        v1.post("rate/shows").as(users.ann()).with("""
                "shows": [
                  {"tvdb_id": 213221, "title": "Portlandia", "year": 2011, "rating": 9},
                  {"tvdb_id": "153021", "rating": "2"},
                  {"imdb_id": "no id", "rating": 5}]
                """).is(200, "rated-two-skipped-one");

        v1.get("user/ratings/shows", "/ann").send().is(200, "ratings-afterwards");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/shows").with("\"shows\": []").fails(401, "failed authentication");
    }
}
