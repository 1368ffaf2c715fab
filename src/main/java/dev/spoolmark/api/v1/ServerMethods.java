package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;

/// `server/*`: the clock that clients measure changes against.
final class ServerMethods {

    private final InstantSource clock;

    ServerMethods(InstantSource clock) {
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/server/time.json/{apikey}", OPEN, NOBODY, this::time);
    }

    private Reply time(Call<NoBody> call) {
        Instant now = clock.instant();
        boolean summer = V1Times.PACIFIC.getRules().isDaylightSavings(now);
        return V1Words.ok(
                new V1Object().put("timestamp", now.getEpochSecond()).put("timezone", summer ? "PDT" : "PST"));
    }
}
