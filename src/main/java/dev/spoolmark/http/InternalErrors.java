package dev.spoolmark.http;

import dev.spoolmark.core.Problem;

/// Errors of the server in handling a request.
public final class InternalErrors {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    private InternalErrors() {}

    /// Writes an error to the log, without input (`docs/security.md#sec-l5`).
    ///
    /// @param requestId see [ServerRequest#id]
    /// @return what the client gets to know of it
    public static Problem log(String requestId, Throwable error) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> "request " + requestId + " failed: " + ThrowableFormatter.format(error));
        return new Problem.Internal(requestId);
    }
}
