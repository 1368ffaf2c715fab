package dev.spoolmark.http;

import java.util.Optional;

/// The head of a request: what handlers and routes are selected by, before anything of the request was validated.
public interface RequestHead {

    /// The HTTP method as sent.
    String method();

    /// The path as sent, percent-encoded, with a leading slash.
    String rawPath();

    /// Host and port that the client used, behind trusted proxies as the proxy reports them; empty when it named
    /// none.
    String host();

    /// The first value of a header field. The case of `name` does not matter.
    Optional<String> header(String name);

    /// Whether the method is GET or HEAD. The body of a response to HEAD is dropped by the server.
    default boolean isGet() {
        return method().equals("GET") || isHead();
    }

    default boolean isHead() {
        return method().equals("HEAD");
    }
}
