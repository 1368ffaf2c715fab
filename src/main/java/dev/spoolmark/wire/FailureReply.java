package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import java.time.Duration;

/// What is said when no dialect got to say it: the failure body that every client of the first API understands.
record FailureReply(String status, String error) {

    static Reply of(int status, String error) {
        return Reply.of(status, Json.CONTENT_TYPE, body(error));
    }

    /// A refusal that no dialect has words for.
    static Reply of(Problem problem) {
        return switch (problem) {
            case Problem.Overloaded(Duration retryAfter) ->
                of(503, "server is over capacity").with("Retry-After", Reply.seconds(retryAfter));
            default -> of(500, "something went wrong on our side");
        };
    }

    static byte[] body(String error) {
        return Json.bytes(new FailureReply("failure", error));
    }
}
