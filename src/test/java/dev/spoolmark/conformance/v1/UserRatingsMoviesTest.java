package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/ratings/movies")
class UserRatingsMoviesTest extends V1Conformance {

    @Test
    void returnsTheMovieAndTheRatingOfTheUser() {
        v1.post("rate/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();

        v1.get("user/ratings/movies", "/ann/all/full").send().is(200, "full");
    }

    @Test
    void aProtectedUserIsVisibleToThemselvesAndApprovedFollowers() {
        v1.post("rate/movie")
                .as(users.bob())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();

        v1.get("user/ratings/movies", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/ratings/movies", "/bob")
                .basic(users.dora())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("user/ratings/movies", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
        v1.get("user/ratings/movies", "/bob")
                .basic(users.bob())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
    }

    @Test
    void rejectsWrongCredentials() {
        v1.get("user/ratings/movies", "/ann").basic(users.impostor()).send().fails(401, "failed authentication");
    }
}
