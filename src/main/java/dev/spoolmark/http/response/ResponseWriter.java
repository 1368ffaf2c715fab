package dev.spoolmark.http.response;

import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ResponseHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Sends one response: compressed if the client accepts it, without a body for HEAD.
///
/// It is sent in two steps. [#render] runs with the permit of the request and never waits for the client.
/// [#complete] waits for the client; by then only the [SendQueue] holds parts of the response.
public final class ResponseWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());
    private static final int CHUNK_SIZE = 16 * 1024;

    private final ResponseSink sink;
    private final SendQueue queue;
    private final ResponseHeadWriter heads;
    private final Accepted accepted;
    private Response.@Nullable Stored stored;
    private boolean isCommitted;
    private int headLength;

    public ResponseWriter(ResponseSink sink, SendQueue queue, ResponseHeadWriter heads, Accepted accepted) {
        this.sink = sink;
        this.queue = queue;
        this.heads = heads;
        this.accepted = accepted;
    }

    /// Properties of the request that affect the response.
    ///
    /// @param head whether only the head is requested
    /// @param gzip whether the client accepts gzip
    /// @param chunks whether the client supports chunked encoding
    public record Accepted(boolean head, boolean gzip, boolean chunks) {}

    /// Whether parts of it may have reached the client, so that no other response can replace it.
    public boolean isCommitted() {
        return isCommitted;
    }

    /// Number of bytes of the body that were sent, including chunk headers.
    public long bytes() {
        return Math.max(0, queue.sent() - headLength);
    }

    /// Renders the response, and sends what the client accepts meanwhile.
    ///
    /// @param header the fields of every response; completed here
    public void render(Response response, ResponseHeaders header) throws IOException {
        response.headers().forEach(header::put);
        response.cookies().values().forEach(header::addCookie);
        boolean packed = pack(response, header);
        switch (response.content()) {
            case Response.ByteBody(byte[] plain) -> {
                byte[] body = packed ? ResponseContentCoding.gzip(plain) : plain;
                beginWithLength(response.status(), header, body, 0, body.length);
            }
            case Response.Stored file -> {
                stored = file;
                begin(response.status(), header.put("Content-Length", Long.toString(file.length())));
            }
            case Response.StreamingBody streamed -> stream(response.status(), header, streamed, packed);
        }
    }

    /// Sends the rest and waits for the client.
    public void complete() throws IOException {
        try {
            queue.finish();
        } catch (IOException e) {
            throw new ClientDisconnectedException(e);
        }
        if (stored != null && !accepted.head) {
            sendStored(stored);
        }
        sink.complete();
    }

    /// Ends a partly sent response that cannot be completed, so that it never looks complete.
    public void abandon() {
        sink.reset();
    }

    private boolean pack(Response response, ResponseHeaders header) {
        String type = header.value("Content-Type");
        if (type == null || !ResponseContentCoding.isCompressible(type) || header.value("Content-Encoding") != null) {
            return false;
        }
        header.append("Vary", "Accept-Encoding");
        boolean small = response.content() instanceof Response.ByteBody(byte[] plain)
                && plain.length <= HttpLimits.COMPRESSED_FROM_BYTES;
        if (small || !accepted.gzip || response.content() instanceof Response.Stored) {
            return false;
        }
        header.put("Content-Encoding", "gzip");
        return true;
    }

    private void beginWithLength(int status, ResponseHeaders header, byte[] body, int offset, int length)
            throws IOException {
        queue.rendered();
        if (status != 204 && status != 304) {
            header.put("Content-Length", Integer.toString(length));
        }
        begin(status, header, body, offset, accepted.head ? 0 : length);
    }

    private void begin(int status, ResponseHeaders header) throws IOException {
        begin(status, header, new byte[0], 0, 0);
    }

    /// Head and body are sent together if both are short.
    private void begin(int status, ResponseHeaders header, byte[] body, int offset, int length) throws IOException {
        byte[] head = heads.render(status, header);
        headLength = head.length;
        int together = Math.min(length, CHUNK_SIZE);
        byte[] first = new byte[head.length + together];
        System.arraycopy(head, 0, first, 0, head.length);
        System.arraycopy(body, offset, first, head.length, together);
        isCommitted = true;
        add(first, 0, first.length);
        if (together < length) {
            add(body, offset + together, length - together);
        }
    }

    private void add(byte[] from, int offset, int length) throws IOException {
        try {
            queue.add(from, offset, length);
        } catch (IOException e) {
            throw new ClientDisconnectedException(e);
        }
    }

    private void stream(int status, ResponseHeaders header, Response.StreamingBody streamed, boolean packed)
            throws IOException {
        if (accepted.head) {
            CountingOutputStream measure = new CountingOutputStream();
            write(streamed, measure, packed);
            begin(status, header.put("Content-Length", Long.toString(measure.length)));
            return;
        }
        StreamedResponseBody body = new StreamedResponseBody(new Head(status, header), this::add, accepted.chunks);
        write(streamed, body, packed);
        body.finish();
    }

    private static void write(Response.StreamingBody streamed, OutputStream out, boolean packed) throws IOException {
        if (packed) {
            ResponseContentCoding.gzip(out, streamed::writeTo);
        } else {
            streamed.writeTo(out);
        }
    }

    private void sendStored(Response.Stored file) throws IOException {
        byte[] chunk = new byte[CHUNK_SIZE];
        for (long left = file.length(); left > 0; left -= chunk.length) {
            int count = (int) Math.min(left, chunk.length);
            if (file.bytes().readNBytes(chunk, 0, count) < count) {
                throw new IOException("a file is shorter than when it was opened");
            }
            try {
                queue.last(ByteBuffer.wrap(chunk, 0, count));
            } catch (IOException e) {
                throw new ClientDisconnectedException(e);
            }
        }
    }

    @Override
    public void close() {
        try (InputStream _ = stored == null ? null : stored.bytes()) {
            queue.close();
        } catch (IOException unclosed) {
            LOG.log(System.Logger.Level.DEBUG, "the file of a response cannot be closed", unclosed);
        }
    }

    /// The client closed its connection or did not read in time.
    public static final class ClientDisconnectedException extends IOException {

        ClientDisconnectedException(Exception cause) {
            super("the client went away", cause);
        }
    }

    /// The head of a streamed response.
    private final class Head implements StreamedResponseBody.Start {

        private final int status;
        private final ResponseHeaders header;

        Head(int status, ResponseHeaders header) {
            this.status = status;
            this.header = header;
        }

        @Override
        public void withLength(byte[] body, int offset, int length) throws IOException {
            beginWithLength(status, header, body, offset, length);
        }

        @Override
        public void withoutLength(boolean chunked) throws IOException {
            begin(status, chunked ? header.put("Transfer-Encoding", "chunked") : header);
        }
    }

    /// Counts bytes and discards them.
    private static final class CountingOutputStream extends OutputStream {

        private long length;

        @Override
        public void write(int value) {
            length++;
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            length += count;
        }
    }
}
