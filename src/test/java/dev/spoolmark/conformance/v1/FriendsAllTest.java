package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/all")
class FriendsAllTest extends V1Conformance {

    @Test
    void returnsUsersWithFollowsInBothDirections() {
        v1.post("network/follow").as(users.bob()).with("\"user\": \"cem\"").ok();

        v1.post("friends/all").as(users.bob()).send().is(200, "ann");
        v1.post("friends/all").as(users.cem()).send().ok().isArray().isEmpty();
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("friends/all").send().fails(401, "failed authentication");
    }
}
