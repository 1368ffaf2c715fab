package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 network/deny")
class NetworkDenyTest extends V1Conformance {

    @Test
    void deletesTheRequest() {
        v1.post("network/deny").as(users.bob()).with("\"user\": \"cem\"").is(200, "denied");

        v1.post("network/requests").as(users.bob()).send().ok().isArray().isEmpty();
        v1.post("network/deny").as(users.bob()).with("\"user\": \"cem\"").fails(404, "request not found");
    }

    @Test
    void anApprovedFollowerCannotBeDenied() {
        v1.post("network/deny").as(users.bob()).with("\"user\": \"ann\"").fails(404, "request not found");
        v1.get("user/network/following", "/ann").send().ok().isArray().hasSize(1);
        v1.post("network/deny").with("\"user\": \"cem\"").fails(401, "failed authentication");
    }
}
