package dev.spoolmark.http.response;

import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.PermitAwareIo;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Sends one response without waiting for its client while the response is rendered: bytes that the client does
/// not accept are stored, a few in memory and the rest in a file. A slow reader therefore costs neither memory
/// nor a permit, whatever the length of the response.
public final class SendQueue implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// Number of bytes that the client must accept within [HttpLimits#RESPONSE_STALL].
    private static final int CHUNK_SIZE = 16 * 1024;

    private final ResponseSink sink;
    private final PermitAwareIo network;
    private final SpoolFiles spools;
    private final byte[] none = new byte[0];
    private ByteBuffer memory = ByteBuffer.wrap(none);
    private SpoolFiles.@Nullable Spool spool;
    private boolean unspooled;
    private long sent;

    public SendQueue(ResponseSink sink, PermitAwareIo network, SpoolFiles spools) {
        this.sink = sink;
        this.network = network;
        this.spools = spools;
    }

    /// Number of bytes that the operating system has accepted.
    long sent() {
        return sent;
    }

    /// Rendering has ended: releases the permit of the request before anything else is sent.
    void rendered() {
        network.release();
    }

    /// Adds bytes at the end. They may be reused afterwards.
    void add(byte[] from, int offset, int length) throws IOException {
        if (spool == null) {
            offer(memory);
        }
        ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
        if (spool == null && !memory.hasRemaining()) {
            offer(bytes);
        }
        if (bytes.hasRemaining()) {
            store(bytes);
        }
    }

    /// Sends the rest and waits for the client, without the permit of the request.
    void finish() throws IOException {
        drain(bytes -> network.finalWrite(HttpLimits.RESPONSE_STALL, () -> sendNow(bytes)));
    }

    /// Sends bytes after all that were added before.
    void last(ByteBuffer bytes) throws IOException {
        inChunks(bytes, chunk -> network.finalWrite(HttpLimits.RESPONSE_STALL, () -> sendNow(chunk)));
    }

    private void offer(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining()) {
            int before = bytes.remaining();
            try {
                sink.offer(bytes);
            } finally {
                sent += before - bytes.remaining();
            }
        }
    }

    private ByteBuffer sendNow(ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        sink.send(bytes);
        sent += before;
        return bytes;
    }

    private void store(ByteBuffer bytes) throws IOException {
        if (unspooled) {
            sendUnspooled(bytes);
        } else if (spool == null && memory.remaining() + bytes.remaining() <= HttpLimits.RESPONSE_MEMORY_BYTES) {
            storeInMemory(bytes);
        } else {
            storeInFile(bytes);
        }
    }

    private void storeInMemory(ByteBuffer bytes) {
        if (memory.capacity() == 0) {
            memory = ByteBuffer.allocate(HttpLimits.RESPONSE_MEMORY_BYTES).limit(0);
        }
        memory.compact().put(bytes).flip();
    }

    private void storeInFile(ByteBuffer bytes) throws IOException {
        try {
            if (spool == null) {
                spool = spools.open(sink::reset);
                append(memory);
                memory = ByteBuffer.wrap(none);
            }
            append(bytes);
        } catch (IOException noSpace) {
            LOG.log(System.Logger.Level.DEBUG, "a response cannot be kept in a file", noSpace);
            sendUnspooled(bytes);
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining() && spool != null) {
            spool.append(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        }
    }

    /// Without a file, rendering waits for the client, limited to a few requests at a time.
    private void sendUnspooled(ByteBuffer bytes) throws IOException {
        if (!unspooled && !spools.unspooled().tryAcquire()) {
            throw new IOException("no space for a response that its client reads slowly");
        }
        unspooled = true;
        Sending during = chunk -> network.transfer(HttpLimits.RESPONSE_STALL, () -> sendNow(chunk));
        drain(during);
        inChunks(bytes, during);
    }

    /// Sends the stored bytes: those in the file come first.
    private void drain(Sending sending) throws IOException {
        if (spool != null) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_SIZE);
            while (spool.next(chunk)) {
                sending.send(chunk);
            }
            spool.close();
            spool = null;
        }
        inChunks(memory, sending);
    }

    private static void inChunks(ByteBuffer bytes, Sending sending) throws IOException {
        int end = bytes.limit();
        while (bytes.hasRemaining() || bytes.limit() < end) {
            bytes.limit(Math.min(end, bytes.position() + CHUNK_SIZE));
            sending.send(bytes);
            bytes.limit(end);
        }
    }

    @Override
    public void close() throws IOException {
        if (unspooled) {
            spools.unspooled().release();
        }
        if (spool != null) {
            spool.close();
        }
    }

    /// A way of sending a piece.
    @FunctionalInterface
    private interface Sending {

        void send(ByteBuffer chunk) throws IOException;
    }
}
