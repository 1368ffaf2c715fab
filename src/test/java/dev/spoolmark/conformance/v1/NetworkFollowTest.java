package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 network/follow")
class NetworkFollowTest extends V1Conformance {

    @Test
    void aPublicUserIsFollowedAtOnce() {
        v1.post("network/follow").as(users.ann()).with("\"user\": \"CEM\"").is(200, "following");

        v1.get("user/network/following", "/ann")
                .send()
                .ok()
                .node("[0].username")
                .isEqualTo("cem");
    }

    @Test
    void aProtectedUserMustApprove() {
        v1.post("network/follow").as(users.dora()).with("\"user\": \"bob\"").is(200, "pending");

        v1.get("user/network/following", "/dora").send().ok().isArray().isEmpty();
        v1.post("network/requests").as(users.bob()).send().ok().isArray().hasSize(2);
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        v1.post("network/follow").as(users.cem()).with("\"user\": \"bob\"").is(200, "pending-again");
        v1.post("network/follow").as(users.ann()).with("\"user\": \"bob\"").is(200, "following-still");

        v1.post("network/requests").as(users.bob()).send().ok().isArray().hasSize(1);
    }

    @Test
    void rejectsTheUserThemselvesAndUnknownUsers() {
        v1.post("network/follow").as(users.ann()).with("\"user\": \"Ann\"").fails(200, "you cannot follow yourself");
        v1.post("network/follow").as(users.ann()).with("\"user\": \"nobody\"").fails(404, "user not found");
        v1.post("network/follow").as(users.ann()).send().fails(200, "missing required parameter (user)");
        v1.post("network/follow").with("\"user\": \"ann\"").fails(401, "failed authentication");
    }
}
