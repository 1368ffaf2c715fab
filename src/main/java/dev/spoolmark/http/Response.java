package dev.spoolmark.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A response: status, header fields, body, and what the access log contains about it. Immutable.
///
/// A class rather than a record: a record would copy its headers in each `with`.
public final class Response {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int status;
    private final Map<String, String> headers;
    private final Map<String, String> cookies;
    private final Content content;
    private final AccessLogFields trace;

    private Response(int status, Map<String, String> headers, Content content, AccessLogFields trace) {
        this(status, headers, Map.of(), content, trace);
    }

    private Response(
            int status,
            Map<String, String> headers,
            Map<String, String> cookies,
            Content content,
            AccessLogFields trace) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.content = content;
        this.trace = trace;
    }

    public static Response of(int status, String contentType, byte[] bytes) {
        return new Response(status, Map.of("Content-Type", contentType), new ByteBody(bytes), AccessLogFields.NONE);
    }

    /// A response without a body.
    public static Response empty(int status, Map<String, String> headers) {
        return new Response(status, Map.copyOf(headers), new ByteBody(new byte[0]), AccessLogFields.NONE);
    }

    public static Response empty(int status) {
        return empty(status, Map.of());
    }

    /// A response whose body is written in pieces. The status may be sent before the first byte is known.
    public static Response streamed(int status, String contentType, StreamingBody streamed) {
        return new Response(status, Map.of("Content-Type", contentType), streamed, AccessLogFields.NONE);
    }

    /// A response whose body is in a file. The stream is closed when the response is sent.
    public static Response stored(int status, String contentType, long length, InputStream bytes) {
        return new Response(
                status, Map.of("Content-Type", contentType), new Stored(length, bytes), AccessLogFields.NONE);
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, cookies, content, trace);
    }

    /// Sets a cookie, beside those with other names (RFC 6265, 4.1).
    ///
    /// @param field the value of `Set-Cookie`
    public Response withCookie(String name, String field) {
        Map<String, String> more = new LinkedHashMap<>(cookies);
        more.put(name, field);
        return new Response(status, headers, more, content, trace);
    }

    public Response with(AccessLogFields fields) {
        return new Response(status, headers, cookies, content, fields);
    }

    /// Replaces the body of a streamed response; other responses stay the same.
    public Response mapStream(UnaryOperator<StreamingBody> changed) {
        return content instanceof StreamingBody streamed
                ? new Response(status, headers, cookies, changed.apply(streamed), trace)
                : this;
    }

    /// A duration for `Retry-After`: whole seconds, rounded up, at least 1.
    public static String retryAfterSeconds(Duration time) {
        return Long.toString(Math.max(1, time.plusNanos(NANOS_PER_SECOND - 1).toSeconds()));
    }

    public int status() {
        return status;
    }

    /// The header fields in the order of their addition. Must not be modified.
    public Map<String, String> headers() {
        return headers;
    }

    /// The values of `Set-Cookie` by the name of the cookie, in the order of their addition. Must not be modified.
    public Map<String, String> cookies() {
        return cookies;
    }

    /// The body of a response that is not streamed; empty for others.
    byte[] bytes() {
        return content instanceof ByteBody(byte[] bytes) ? bytes : new byte[0];
    }

    public Content content() {
        return content;
    }

    public AccessLogFields trace() {
        return trace;
    }

    /// The body of a response.
    public sealed interface Content {}

    /// A body in memory.
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each body would cost more
    public record ByteBody(byte[] bytes) implements Content {}

    /// A body of known length that is read while it is sent.
    public record Stored(long length, InputStream bytes) implements Content {}

    /// A body that is written in pieces.
    @FunctionalInterface
    public non-sealed interface StreamingBody extends Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// What the access log contains of a request: never its path, its query or a name that a user chose
    /// (`docs/security.md#sec-l1`).
    ///
    /// @param route the path as the specification writes it
    /// @param user the id of the signed-in user
    /// @param application the name of the application, masked if it is not registered
    public record AccessLogFields(
            String route, @Nullable Long user, @Nullable String application) {

        public static final AccessLogFields NONE = new AccessLogFields("-", null, null);
    }
}
