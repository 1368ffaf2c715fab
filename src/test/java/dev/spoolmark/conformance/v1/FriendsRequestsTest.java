package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/requests")
class FriendsRequestsTest extends V1Conformance {

    @Test
    void returnsPendingRequests() {
        v1.post("friends/requests").as(users.bob()).send().is(200, "cem-waits");
        v1.post("friends/requests").send().fails(401, "failed authentication");
    }
}
