package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 network/unfollow")
class NetworkUnfollowTest extends V1Conformance {

    @Test
    void endsTheFollowAndTheAccessAtOnce() {
        v1.post("rate/movie")
                .as(users.bob())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();

        v1.post("network/unfollow").as(users.ann()).with("\"user\": \"bob\"").is(200, "unfollowed");

        v1.get("user/ratings/movies", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("user/network/friends", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/network/followers", "/ann").send().ok().isArray().hasSize(1);
    }

    @Test
    void withdrawsAPendingRequest() {
        v1.post("network/unfollow").as(users.cem()).with("\"user\": \"bob\"").ok();

        v1.post("network/requests").as(users.bob()).send().ok().isArray().isEmpty();
    }

    @Test
    void succeedsWithoutAFollow() {
        v1.post("network/unfollow").as(users.ann()).with("\"user\": \"cem\"").ok();
        v1.post("network/unfollow").as(users.ann()).with("\"user\": \"nobody\"").fails(404, "user not found");
        v1.post("network/unfollow").with("\"user\": \"bob\"").fails(401, "failed authentication");
    }
}
