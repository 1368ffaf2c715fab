package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 network/requests")
class NetworkRequestsTest extends V1Conformance {

    @Test
    void returnsPendingRequests() {
        v1.post("network/requests").as(users.bob()).send().is(200, "cem-waits");
        v1.post("network/requests").as(users.ann()).send().ok().isArray().isEmpty();
    }

    @Test
    void onlyTheNameOfAProtectedUserIsReturned() {
        v1.post("network/follow").as(users.eve()).with("\"user\": \"bob\"").ok();

        v1.post("network/requests").as(users.bob()).send().is(200, "eve-and-cem-wait");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("network/requests").send().fails(401, "failed authentication");
    }
}
