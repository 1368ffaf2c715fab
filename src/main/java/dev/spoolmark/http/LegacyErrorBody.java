package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.json.Json;
import java.time.Duration;

/// What is said when no dialect got to say it: the failure body that every client of the first API understands.
record LegacyErrorBody(String status, String error) {

    static Response of(int status, String error) {
        return Response.of(status, Json.CONTENT_TYPE, body(error));
    }

    /// A refusal that no dialect has words for.
    static Response of(Problem problem) {
        return switch (problem) {
            case Problem.Overloaded(Duration retryAfter) ->
                of(503, "server is over capacity").with("Retry-After", Response.retryAfterSeconds(retryAfter));
            default -> of(500, "something went wrong on our side");
        };
    }

    static byte[] body(String error) {
        return Json.bytes(new LegacyErrorBody("failure", error));
    }
}
