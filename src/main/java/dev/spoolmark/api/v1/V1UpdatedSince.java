package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.DateTimeParser;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.PagedJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The moment since which a client wants to know what changed, and the next one to ask with
/// (`docs/spec/v1/movies.md#moviesupdated`).
///
/// @param start as the client named it, else a day ago
/// @param current what to send next time
public record V1UpdatedSince(Instant start, Instant current) {

    private static final Duration DAY = Duration.ofHours(24);

    public static V1UpdatedSince of(Call<?> call, InstantSource clock) {
        Instant now = clock.instant();
        Instant start = call.argument("timestamp").map(V1UpdatedSince::moment).orElse(now.minus(DAY));
        return new V1UpdatedSince(start, now);
    }

    /// @param page renders some of what changed
    public <T> Response telling(String what, List<T> changed, Function<List<T>, List<JsonObject>> page) {
        JsonObject timestamps =
                new JsonObject().put("start", start.getEpochSecond()).put("current", current.getEpochSecond());
        return PagedJson.object(new JsonObject().put("timestamps", timestamps), what, changed, page);
    }

    private static Instant moment(String text) {
        return DateTimeParser.parse(text).orElseThrow(() -> new ProblemException(new Problem.Invalid("timestamp")));
    }
}
