package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// `server/*`: the time of the server, relative to which clients read changes.
public final class ServerMethods {

    private final InstantSource clock;
    private volatile @Nullable CachedResponse last;

    public ServerMethods(InstantSource clock) {
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/server/time.json/{apikey}", NONE, PUBLIC, this::time);
    }

    private Response time(Call<NoBody> call) {
        Instant now = clock.instant();
        CachedResponse cached = last;
        if (cached == null || cached.second() != now.getEpochSecond()) {
            cached = new CachedResponse(now.getEpochSecond(), response(now));
            last = cached;
        }
        return cached.response();
    }

    private static Response response(Instant now) {
        boolean summer = V1Times.PACIFIC.getRules().isDaylightSavings(now);
        return V1Responses.ok(
                new JsonObject().put("timestamp", now.getEpochSecond()).put("timezone", summer ? "PDT" : "PST"));
    }

    private record CachedResponse(long second, Response response) {}
}
