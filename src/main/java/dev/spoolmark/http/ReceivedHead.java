package dev.spoolmark.http;

import dev.spoolmark.core.AsciiNumber;
import java.util.Optional;
import java.util.OptionalLong;

/// The head of a request as Helidon parsed it, before anything was validated.
///
/// @param connection what it came over
/// @param origin the client, behind the trusted proxies
/// @param contentLength length of the body in bytes; empty when it is chunked or the field is malformed
record ReceivedHead(
        ClientConnection connection,
        String method,
        String rawPath,
        String rawQuery,
        RequestHeaders headers,
        ClientOrigin origin,
        OptionalLong contentLength)
        implements RequestHead {

    ReceivedHead(
            ClientConnection connection,
            String method,
            String rawPath,
            String rawQuery,
            RequestHeaders headers,
            ClientOrigin origin) {
        this(connection, method, rawPath, rawQuery, headers, origin, contentLength(headers));
    }

    @Override
    public String host() {
        return origin.authority();
    }

    @Override
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    private static OptionalLong contentLength(RequestHeaders headers) {
        Optional<String> length = headers.first("Content-Length");
        if (length.isEmpty()) {
            return headers.has("Transfer-Encoding") ? OptionalLong.empty() : OptionalLong.of(0);
        }
        try {
            return OptionalLong.of(AsciiNumber.parseLong(length.get()));
        } catch (NumberFormatException malformed) {
            return OptionalLong.empty();
        }
    }
}
