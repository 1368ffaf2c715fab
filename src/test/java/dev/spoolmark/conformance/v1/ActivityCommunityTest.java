package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/community")
class ActivityCommunityTest extends V1Conformance {

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
    void returnsTheActivityOfPublicUsers() {
        v1.get("activity/community", "").send().is(200, "all");
        v1.get("activity/community", "/all/all").basic(users.ann()).send().is(200, "all");
        v1.send("POST", "/activity/community/{key}")
                .as(users.ann())
                .as("activity/community")
                .send()
                .is(200, "all");
    }

    @Test
    void filtersByTypeActionAndTime() {
        v1.get("activity/community", "/movie,nonsense/rating,seen")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .hasSize(1);
        v1.get("activity/community", "/nonsense")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .isEmpty();
        v1.get("activity/community", "/all/scrobble")
                .send()
                .ok()
                .node("activity")
                .isArray()
                .isEmpty();
        v1.get("activity/community", "/all/all/1372133400/1372133400").send().is(200, "window");
    }

    @Test
    void returnsMinimalEntriesOnRequest() {
        v1.get("activity/community", "?min=1").send().is(200, "min");
        v1.get("activity/community", "?min=1&images=1")
                .send()
                .ok()
                .inPath("activity[1].movie.images.poster")
                .isString();
    }
}
