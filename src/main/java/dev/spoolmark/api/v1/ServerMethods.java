package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// `server/*`: the clock that clients measure changes against.
final class ServerMethods {

    private final InstantSource clock;
    private volatile @Nullable Told last;

    ServerMethods(InstantSource clock) {
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/server/time.json/{apikey}", OPEN, NOBODY, this::time);
    }

    private Reply time(Call<NoBody> call) {
        Instant now = clock.instant();
        Told told = last;
        if (told == null || told.second() != now.getEpochSecond()) {
            told = new Told(now.getEpochSecond(), reply(now));
            last = told;
        }
        return told.reply();
    }

    private static Reply reply(Instant now) {
        boolean summer = V1Times.PACIFIC.getRules().isDaylightSavings(now);
        return V1Words.ok(
                new V1Object().put("timestamp", now.getEpochSecond()).put("timezone", summer ? "PDT" : "PST"));
    }

    private record Told(long second, Reply reply) {}
}
