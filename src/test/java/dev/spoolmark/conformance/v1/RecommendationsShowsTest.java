package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 recommendations/shows")
class RecommendationsShowsTest extends V1Conformance {

    @Test
    void returnsFullShowsTheBestRatedFirst() {
        v1.post("rate/show")
                .as(users.dora())
                .with("\"tvdb_id\": 153021, \"rating\": 9")
                .ok();

        v1.post("recommendations/shows")
                .as(users.ann())
                .with("\"end_year\": 2010, \"genre\": \"\", \"hide_collected\": true, \"hide_watchlisted\": true")
                .is(200, "best-of-2010");
    }

    @Test
    void leavesOutShowsThatTheUserHates() {
        v1.post("rate/show")
                .as(users.ann())
                .with("\"tvdb_id\": 153021, \"rating\": \"hate\"")
                .ok();

        v1.post("recommendations/shows").as(users.ann()).with("").ok().isArray().hasSize(2);
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("recommendations/shows").send().fails(401, "failed authentication");
    }
}
