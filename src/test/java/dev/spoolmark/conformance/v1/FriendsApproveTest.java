package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/approve")
class FriendsApproveTest extends V1Conformance {

    @Test
    void approvesTheRequestAndFollowsBack() {
        v1.post("friends/approve").as(users.bob()).with("\"friend\": \"cem\"").is(200, "approved");

        v1.post("friends/all").as(users.cem()).send().ok().node("[0].username").isEqualTo("bob");
        v1.post("friends/approve").as(users.bob()).with("\"friend\": \"cem\"").fails(404, "request not found");
        v1.post("friends/approve").with("\"friend\": \"cem\"").fails(401, "failed authentication");
    }
}
