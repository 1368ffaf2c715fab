package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 activity/friendsme")
class ActivityFriendsmeTest extends V1Conformance {

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
    void returnsTheActivityOfTheseUsersToSignedInClientsOnly() {
        v1.get("activity/friendsme", "/all/all")
                .basic(users.ann())
                .send()
                .ok()
                .inPath("activity[*].user.username")
                .isArray()
                .containsExactly("bob", "ann", "ann");
        v1.get("activity/friendsme", "/all/all").send().fails(401, "failed authentication");
    }
}
