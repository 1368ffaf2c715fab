package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/network/following")
class UserNetworkFollowingTest extends V1Conformance {

    @Test
    void theNewestComesFirst() {
        clock.forward(java.time.Duration.ofSeconds(5));
        v1.post("network/follow").as(users.ann()).with("\"user\": \"cem\"").ok();

        v1.get("user/network/following", "/ann").send().is(200, "cem-then-bob-as-a-name");
    }

    @Test
    void aPendingRequestIsNotAFollow() {
        v1.get("user/network/following", "/cem").send().ok().isArray().isEmpty();
        v1.get("user/network/following", "/nobody").send().fails(404, "user not found");
    }
}
