package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/network/friends")
class UserNetworkFriendsTest extends V1Conformance {

    @Test
    void aFriendshipBeginsWithTheLaterFollow() {
        v1.post("network/follow").as(users.ann()).with("\"user\": \"cem\"").ok();
        clock.forward(java.time.Duration.ofSeconds(60));
        v1.post("network/follow").as(users.cem()).with("\"user\": \"ann\"").ok();

        v1.get("user/network/friends", "/ann").send().is(200, "cem-then-bob-as-a-name");
    }

    @Test
    void aFollowInOneDirectionIsNotAFriendship() {
        v1.post("network/follow").as(users.ann()).with("\"user\": \"cem\"").ok();

        v1.get("user/network/friends", "/cem").send().ok().isArray().isEmpty();
        v1.get("user/network/friends", "/nobody").send().fails(404, "user not found");
    }
}
