package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/movies")
class ActivityMoviesTest extends V1Conformance {

    @BeforeEach
    void addRatings() {
        v1.post("rate/movie").as(users.ann()).with("\"tmdb_id\": 272, \"rating\": 9");
        clock.forward(Duration.ofMinutes(10));
        v1.post("rate/show").as(users.ann()).with("\"tvdb_id\": 213221, \"rating\": \"love\"");
        clock.forward(Duration.ofMinutes(10));
        v1.post("rate/episode")
                .as(users.bob())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 2, \"rating\": 3");
        clock.forward(Duration.ofMinutes(5));
    }

    @Test
    void returnsTheActivityForTheItem() {
        v1.get("activity/movies", "/batman-begins-2005")
                .basic(users.ann())
                .send()
                .is(200, "all");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("activity/movies", "/none").send().fails(404, "movie not found");
    }

    @Test
    void acceptsSeveralMoviesAndIgnoresUnknownOnes() {
        v1.get("activity/movies", "/tt0372784%2Cnone/rating")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
        v1.get("activity/movies", "/none,neither")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .isEmpty();
        v1.get("activity/movies", "").send().fails(200, "missing required parameter (title)");
    }
}
