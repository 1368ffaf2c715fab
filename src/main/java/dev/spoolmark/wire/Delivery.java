package dev.spoolmark.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One response on its way out: compressed when the client accepts it, without a body for HEAD.
///
/// It is sent in two steps. [#render] runs with the permit of the request and never waits for the client. [#complete]
/// waits for the client, and by then nothing of the response is left in memory but what the [SendQueue] keeps.
final class Delivery implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private static final int PIECE = 16 * 1024;

    private final Outlet outlet;
    private final SendQueue queue;
    private final ResponseHeads heads;
    private final Accepted accepted;
    private Reply.@Nullable Stored stored;
    private boolean begun;
    private int headLength;

    Delivery(Outlet outlet, SendQueue queue, ResponseHeads heads, Accepted accepted) {
        this.outlet = outlet;
        this.queue = queue;
        this.heads = heads;
        this.accepted = accepted;
    }

    /// What the request says about the response.
    ///
    /// @param head whether only the header is wanted
    /// @param gzip whether the client accepts gzip
    /// @param chunks whether the client reads chunks
    record Accepted(boolean head, boolean gzip, boolean chunks) {}

    /// Whether some of it may have reached the client, so that no other response can take its place.
    boolean begun() {
        return begun;
    }

    /// How much of the body was sent, with the sizes of its chunks.
    long bytes() {
        return Math.max(0, queue.sent() - headLength);
    }

    /// Renders the response and sends what the client takes meanwhile.
    ///
    /// @param header what goes with every response; completed here
    void render(Reply reply, AnswerHeader header) throws IOException {
        reply.headers().forEach(header::put);
        boolean packed = pack(reply, header);
        switch (reply.content()) {
            case Reply.Bytes(byte[] plain) -> {
                byte[] body = packed ? Compression.gzip(plain) : plain;
                beginWithLength(reply.status(), header, body, 0, body.length);
            }
            case Reply.Stored file -> {
                stored = file;
                begin(reply.status(), header.put("Content-Length", Long.toString(file.length())));
            }
            case Reply.Streamed streamed -> stream(reply.status(), header, streamed, packed);
        }
    }

    /// Sends the rest and waits for the client.
    void complete() throws IOException {
        try {
            queue.finish();
        } catch (IOException gone) {
            throw new ClientGone(gone);
        }
        if (stored != null && !accepted.head) {
            sendStored(stored);
        }
        outlet.complete();
    }

    /// Ends a response that has begun and cannot be completed, so that it never looks complete.
    void abandon() {
        outlet.reset();
    }

    private boolean pack(Reply reply, AnswerHeader header) {
        String type = header.value("Content-Type");
        if (type == null || !Compression.worthwhile(type) || header.value("Content-Encoding") != null) {
            return false;
        }
        header.append("Vary", "Accept-Encoding");
        boolean small =
                reply.content() instanceof Reply.Bytes(byte[] plain) && plain.length <= Limits.COMPRESSED_FROM_BYTES;
        if (small || !accepted.gzip || reply.content() instanceof Reply.Stored) {
            return false;
        }
        header.put("Content-Encoding", "gzip");
        return true;
    }

    private void beginWithLength(int status, AnswerHeader header, byte[] body, int offset, int length)
            throws IOException {
        queue.rendered();
        if (status != 204 && status != 304) {
            header.put("Content-Length", Integer.toString(length));
        }
        begin(status, header, body, offset, accepted.head ? 0 : length);
    }

    private void begin(int status, AnswerHeader header) throws IOException {
        begin(status, header, new byte[0], 0, 0);
    }

    /// Head and body travel together where both are short.
    private void begin(int status, AnswerHeader header, byte[] body, int offset, int length) throws IOException {
        byte[] head = heads.render(status, header);
        headLength = head.length;
        int together = Math.min(length, PIECE);
        byte[] first = new byte[head.length + together];
        System.arraycopy(head, 0, first, 0, head.length);
        System.arraycopy(body, offset, first, head.length, together);
        begun = true;
        add(first, 0, first.length);
        if (together < length) {
            add(body, offset + together, length - together);
        }
    }

    private void add(byte[] from, int offset, int length) throws IOException {
        try {
            queue.add(from, offset, length);
        } catch (IOException gone) {
            throw new ClientGone(gone);
        }
    }

    private void stream(int status, AnswerHeader header, Reply.Streamed streamed, boolean packed) throws IOException {
        if (accepted.head) {
            Measure measure = new Measure();
            write(streamed, measure, packed);
            begin(status, header.put("Content-Length", Long.toString(measure.length)));
            return;
        }
        StreamedBody body = new StreamedBody(new Head(status, header), this::add, accepted.chunks);
        write(streamed, body, packed);
        body.finish();
    }

    private static void write(Reply.Streamed streamed, OutputStream out, boolean packed) throws IOException {
        if (packed) {
            Compression.gzip(out, streamed::writeTo);
        } else {
            streamed.writeTo(out);
        }
    }

    private void sendStored(Reply.Stored file) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = file.length(); left > 0; left -= piece.length) {
            int count = (int) Math.min(left, piece.length);
            if (file.bytes().readNBytes(piece, 0, count) < count) {
                throw new IOException("a file is shorter than when it was opened");
            }
            try {
                queue.last(ByteBuffer.wrap(piece, 0, count));
            } catch (IOException gone) {
                throw new ClientGone(gone);
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
    static final class ClientGone extends IOException {

        ClientGone(Exception cause) {
            super("the client went away", cause);
        }
    }

    /// The head of a streamed response.
    private final class Head implements StreamedBody.Start {

        private final int status;
        private final AnswerHeader header;

        Head(int status, AnswerHeader header) {
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

    /// Counts what is written and keeps nothing.
    private static final class Measure extends OutputStream {

        private long length;

        @Override
        public void write(int one) {
            length++;
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            length += count;
        }
    }
}
