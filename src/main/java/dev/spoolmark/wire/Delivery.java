package dev.spoolmark.wire;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// One answer on its way out: compressed when that is wanted, without a body when it was asked for by HEAD, and
/// watched while the client takes it.
final class Delivery {

    /// A streamed answer that fails before this much was written can still become a proper failure.
    private static final int HELD_BACK = 16 * 1024;

    private final Outlet outlet;
    private final NetworkWait network;
    private final boolean head;
    private final boolean gzip;
    private boolean begun;
    private long bytes;

    /// @param head whether only the header is wanted
    /// @param gzip whether the client takes gzip
    Delivery(Outlet outlet, NetworkWait network, boolean head, boolean gzip) {
        this.outlet = outlet;
        this.network = network;
        this.head = head;
        this.gzip = gzip;
    }

    /// Whether the client has seen the beginning, so that nothing else can be said any more.
    boolean begun() {
        return begun;
    }

    /// How much of the body was sent.
    long bytes() {
        return bytes;
    }

    /// @param header what goes with every answer; completed here
    void deliver(Reply reply, AnswerHeader header) throws IOException {
        reply.headers().forEach(header::put);
        boolean packed = pack(reply, header);
        switch (reply.content()) {
            case Reply.Bytes(byte[] plain) -> send(reply.status(), header, packed ? Compression.gzip(plain) : plain);
            case Reply.Streamed streamed -> stream(reply.status(), header, streamed, packed);
        }
    }

    private boolean pack(Reply reply, AnswerHeader header) {
        String type = header.value("Content-Type");
        if (type == null || !Compression.worthwhile(type) || header.value("Content-Encoding") != null) {
            return false;
        }
        header.append("Vary", "Accept-Encoding");
        boolean small =
                reply.content() instanceof Reply.Bytes(byte[] plain) && plain.length <= Limits.COMPRESSED_FROM_BYTES;
        if (small || !gzip) {
            return false;
        }
        header.put("Content-Encoding", "gzip");
        return true;
    }

    private void send(int status, AnswerHeader header, byte[] body) throws IOException {
        begun = true;
        if (status != 204 && status != 304) {
            header.put("Content-Length", Integer.toString(body.length));
        }
        byte[] sent = head ? new byte[0] : body;
        try {
            network.last(Limits.ANSWER_STALL, () -> {
                outlet.send(status, header, sent);
                return sent;
            });
        } catch (IOException | RuntimeException gone) {
            throw new ClientGone(gone);
        }
        bytes = sent.length;
    }

    private void stream(int status, AnswerHeader header, Reply.Streamed streamed, boolean packed) throws IOException {
        if (head) {
            Measure measure = new Measure();
            write(streamed, measure, packed);
            header.put("Content-Length", Long.toString(measure.length));
            begun = true;
            outlet.send(status, header, new byte[0]);
            return;
        }
        Line line = new Line(status, header);
        write(streamed, new BufferedOutputStream(line, HELD_BACK), packed);
        line.finish();
    }

    private static void write(Reply.Streamed streamed, OutputStream out, boolean packed) throws IOException {
        if (packed) {
            var gzip = Compression.stream(out);
            streamed.writeTo(new Unflushed(gzip));
            gzip.finish();
        } else {
            streamed.writeTo(new Unflushed(out));
        }
        out.flush();
    }

    private <T> void network(NetworkWait.Transfer<T> transfer) throws IOException {
        try {
            network.during(Limits.ANSWER_STALL, transfer);
        } catch (IOException | RuntimeException gone) {
            throw new ClientGone(gone);
        }
    }

    /// The client went away while we wrote. Nobody's fault.
    static final class ClientGone extends IOException {

        ClientGone(Exception cause) {
            super("the client went away", cause);
        }
    }

    /// Keeps writers from flushing and closing: when something is sent is decided here.
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// The way to the client, taken with the first byte.
    private final class Line extends OutputStream {

        private final int status;
        private final AnswerHeader header;
        private @Nullable OutputStream out;

        Line(int status, AnswerHeader header) {
            this.status = status;
            this.header = header;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            network(() -> {
                OutputStream to = opened();
                to.write(from, offset, length);
                return to;
            });
            bytes += length;
        }

        void finish() throws IOException {
            network(() -> {
                OutputStream to = opened();
                to.close();
                return to;
            });
        }

        private OutputStream opened() throws IOException {
            if (out == null) {
                begun = true;
                out = outlet.open(status, header);
            }
            return out;
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
