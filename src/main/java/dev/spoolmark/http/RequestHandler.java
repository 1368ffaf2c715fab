package dev.spoolmark.http;

import dev.spoolmark.core.Problem;

/// One way of speaking to the server: v1, v2, the pages. It translates and decides nothing.
public interface RequestHandler {

    /// Whether a request to this path is this dialect's to answer. The first dialect that says so gets it.
    boolean matches(String rawPath);

    /// The answer. A refusal is worded inside; whatever is thrown out of here is our fault and is answered as such.
    Response handle(Request request);

    /// The answer to a request that is refused while its answer is written.
    default Response refused(Problem problem) {
        return LegacyErrorBody.of(problem);
    }

    /// How urgent a request is, asked when there is no room for all of them, and before anything of it was checked.
    default RequestPriority urgency(String verb, String rawPath) {
        return RequestPriority.BEST_EFFORT;
    }

    /// Whether pages of other origins may call this and read the answer, as browser clients of the APIs do. Never
    /// with credentials the browser keeps.
    default boolean allowsCors() {
        return true;
    }
}
