package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 network/approve")
class NetworkApproveTest extends V1Conformance {

    @Test
    void anApprovedFollowerCanReadRatings() {
        v1.post("rate/movie")
                .as(users.bob())
                .with("\"tmdb_id\": 272, \"rating\": 9")
                .ok();
        v1.get("user/ratings/movies", "/bob")
                .basic(users.cem())
                .send()
                .ok()
                .isArray()
                .isEmpty();

        v1.post("network/approve").as(users.bob()).with("\"user\": \"cem\"").is(200, "approved");

        v1.get("user/ratings/movies", "/bob")
                .basic(users.cem())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
        v1.post("network/requests").as(users.bob()).send().ok().isArray().isEmpty();
        v1.get("user/network/followers", "/cem").send().ok().isArray().isEmpty();
    }

    @Test
    void followsBackOnRequest() {
        v1.post("network/approve")
                .as(users.bob())
                .with("\"user\": \"cem\", \"follow_back\": true")
                .ok();

        v1.get("user/network/friends", "/cem").send().ok().node("[0].username").isEqualTo("bob");
    }

    @Test
    void onlyPendingRequestsCanBeApproved() {
        v1.post("network/approve").as(users.bob()).with("\"user\": \"ann\"").fails(404, "request not found");
        v1.post("network/approve").as(users.bob()).with("\"user\": \"nobody\"").fails(404, "user not found");
        v1.post("network/approve").as(users.cem()).with("\"user\": \"bob\"").fails(404, "request not found");
        v1.post("network/approve").with("\"user\": \"cem\"").fails(401, "failed authentication");
    }
}
