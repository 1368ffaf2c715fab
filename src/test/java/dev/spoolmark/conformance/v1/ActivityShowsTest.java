package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/shows")
class ActivityShowsTest extends V1Conformance {

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
        v1.get("activity/shows", "/portlandia").basic(users.ann()).send().is(200, "all");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("activity/shows", "/none").send().fails(404, "show not found");
    }

    @Test
    void protectedUsersAreLeftOut() {
        v1.get("activity/shows", "/213221")
                .send()
                .ok()
                .inPath("activity[*].user.username")
                .isArray()
                .containsExactly("ann");
    }
}
