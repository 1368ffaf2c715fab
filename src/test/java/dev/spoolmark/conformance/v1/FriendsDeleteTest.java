package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/delete")
class FriendsDeleteTest extends V1Conformance {

    @Test
    void endsTheFollowsInBothDirections() {
        v1.post("friends/delete").as(users.ann()).with("\"friend\": \"bob\"").is(200, "deleted");

        v1.get("user/network/following", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/network/followers", "/ann").send().ok().isArray().isEmpty();
        v1.post("friends/delete").with("\"friend\": \"bob\"").fails(401, "failed authentication");
    }
}
