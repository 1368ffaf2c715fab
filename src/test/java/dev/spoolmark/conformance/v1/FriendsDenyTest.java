package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 friends/deny")
class FriendsDenyTest extends V1Conformance {

    @Test
    void deletesTheRequest() {
        v1.post("friends/deny").as(users.bob()).with("\"friend\": \"cem\"").is(200, "denied");

        v1.post("friends/requests").as(users.bob()).send().ok().isArray().isEmpty();
        v1.post("friends/deny").with("\"friend\": \"cem\"").fails(401, "failed authentication");
    }
}
