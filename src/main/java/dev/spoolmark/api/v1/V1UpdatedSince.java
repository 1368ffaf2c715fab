package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.DateTimeParser;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The start of the requested changes, and the start for the next request
/// (`docs/spec/v1/movies.md#moviesupdated`).
///
/// @param start as sent by the client, else one day ago
/// @param current the start for the next request
public record V1UpdatedSince(Instant start, Instant current) {

    private static final Duration DAY = Duration.ofHours(24);

    public static V1UpdatedSince of(Call<?> call, InstantSource clock) {
        Instant now = clock.instant();
        Instant start =
                call.argument("timestamp").map(V1UpdatedSince::parseStart).orElse(now.minus(DAY));
        return new V1UpdatedSince(start, now);
    }

    /// @param page renders a page of the changes
    public <T> Response response(String name, List<T> changed, Function<List<T>, List<JsonObject>> page) {
        JsonObject timestamps =
                new JsonObject().put("start", start.getEpochSecond()).put("current", current.getEpochSecond());
        return StreamedJsonArray.object(new JsonObject().put("timestamps", timestamps), name, changed, page);
    }

    private static Instant parseStart(String text) {
        return DateTimeParser.parse(text).orElseThrow(() -> new ProblemException(new Problem.Invalid("timestamp")));
    }
}
