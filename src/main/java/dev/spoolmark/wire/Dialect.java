package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;

/// One way of speaking to the server: v1, v2, the pages. It translates and decides nothing.
public interface Dialect {

    /// Whether a request to this path is this dialect's to answer. The first dialect that says so gets it.
    boolean speaks(String rawPath);

    /// The answer. A refusal is worded inside; whatever is thrown out of here is our fault and is answered as such.
    Reply answer(Request request);

    /// The answer to a request that is refused while its answer is written.
    default Reply refused(Problem problem) {
        return FailureReply.of(problem);
    }

    /// How urgent a request is, asked when there is no room for all of them, and before anything of it was checked.
    default Urgency urgency(String verb, String rawPath) {
        return Urgency.OTHER;
    }

    /// Whether pages of other origins may call this and read the answer, as browser clients of the APIs do. Never with
    /// credentials the browser keeps.
    default boolean crossOrigin() {
        return true;
    }
}
