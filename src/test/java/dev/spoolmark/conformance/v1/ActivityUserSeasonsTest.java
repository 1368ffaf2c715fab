package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/user/seasons")
class ActivityUserSeasonsTest extends V1Conformance {

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
    void returnsTheActivityOfTheUserForTheItem() {
        v1.get("activity/user/seasons", "/bob/portlandia/1")
                .basic(users.ann())
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
        v1.get("activity/user/seasons", "/ann/portlandia/1")
                .basic(users.ann())
                .send()
                .ok()
                .node("activity")
                .isArray()
                .isEmpty();
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("activity/user/seasons", "/ann/portlandia/77").send().fails(404, "season not found");
    }
}
