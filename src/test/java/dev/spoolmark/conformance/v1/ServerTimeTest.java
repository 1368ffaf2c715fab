package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Specified("v1 server/time")
class ServerTimeTest extends V1Conformance {

    @Test
    void returnsTheTimeInSecondsAndThePacificZone() {
        v1.get("server/time", "").send().is(200, "summer");

        clock.set(Instant.parse("2014-01-01T00:00:00Z"));
        v1.get("server/time", "").send().is(200, "winter");
    }

    @Test
    void ignoresWrongCredentials() {
        v1.get("server/time", "").basic(users.impostor()).send().ok();
    }

    @Test
    void rejectsAnInvalidKey() {
        v1.send("GET", "/server/time.json/nokey").send().fails(401, "invalid API key");
    }
}
