package dev.spoolmark.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What goes out: a status, headers, a body, and what the access log may tell about it.
///
/// A class rather than a record: every answer passes through `with`, and a record would copy its headers each time.
public final class Reply {

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final int status;
    private final Map<String, String> headers;
    private final Content content;
    private final Trace trace;

    private Reply(int status, Map<String, String> headers, Content content, Trace trace) {
        this.status = status;
        this.headers = headers;
        this.content = content;
        this.trace = trace;
    }

    public static Reply of(int status, String contentType, byte[] bytes) {
        return new Reply(status, Map.of("Content-Type", contentType), new Bytes(bytes), Trace.NONE);
    }

    /// An answer without a body.
    public static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, Map.copyOf(headers), new Bytes(new byte[0]), Trace.NONE);
    }

    /// An answer that is written as it is read. The status is sent before the first byte is known.
    public static Reply streamed(int status, String contentType, Streamed streamed) {
        return new Reply(status, Map.of("Content-Type", contentType), streamed, Trace.NONE);
    }

    /// A response whose body is in a file. It is closed when the response is sent.
    public static Reply stored(int status, String contentType, long length, InputStream bytes) {
        return new Reply(status, Map.of("Content-Type", contentType), new Stored(length, bytes), Trace.NONE);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, content, trace);
    }

    public Reply with(Trace told) {
        return new Reply(status, headers, content, told);
    }

    /// The same, but what is written in pieces is written as `changed` does it.
    public Reply streaming(UnaryOperator<Streamed> changed) {
        return content instanceof Streamed streamed ? new Reply(status, headers, changed.apply(streamed), trace) : this;
    }

    /// A time as `Retry-After` gives it: whole seconds, never too few.
    public static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.plusNanos(NANOS_A_SECOND - 1).toSeconds()));
    }

    public int status() {
        return status;
    }

    /// In the order in which they were given. Not to be changed.
    public Map<String, String> headers() {
        return headers;
    }

    public Content content() {
        return content;
    }

    public Trace trace() {
        return trace;
    }

    /// The body of a reply.
    public sealed interface Content {}

    /// A body that is all there.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of every answer would cost more
    public record Bytes(byte[] bytes) implements Content {}

    /// A body of a known length that is read while it is sent.
    public record Stored(long length, InputStream bytes) implements Content {}

    /// A body that is written in pieces.
    @FunctionalInterface
    public non-sealed interface Streamed extends Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// What the access log may say of a request: never its path, its query or a name somebody chose (`SEC-L1`).
    ///
    /// @param route the path as the specification writes it
    /// @param user the number of the person who signed in
    /// @param application the name of the application, masked when it only turned up
    public record Trace(
            String route, @Nullable Long user, @Nullable String application) {

        public static final Trace NONE = new Trace("-", null, null);
    }
}
