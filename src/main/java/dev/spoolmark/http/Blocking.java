package dev.spoolmark.http;

import java.util.function.Supplier;

/// Runs what blocks for long, such as a request to another server, without the permit of the current request.
/// The permit of a request is its slot in [dev.spoolmark.http.overload.AdmissionControl].
public interface Blocking {

    /// Runs `waiting` on this thread; the permit is available to other requests meanwhile.
    <T> T runBlocking(Supplier<T> waiting);
}
