package dev.spoolmark.http.response;

import dev.spoolmark.http.HttpServer;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Sends responses to a socket. Used by the thread of its connection, except for [#reset], [#cutOff] and
/// [#endInput].
public final class SocketResponseSink implements ResponseSink {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// The operating system copies each piece into a buffer, and keeps that buffer for the next one.
    private static final int CHUNK_SIZE = 16 * 1024;

    private final SocketChannel channel;
    private volatile boolean incomplete;

    public SocketResponseSink(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public void offer(ByteBuffer bytes) throws IOException {
        incomplete = true;
        channel.configureBlocking(false);
        try {
            boolean accepted = true;
            while (accepted && bytes.hasRemaining()) {
                accepted = writeChunk(bytes);
            }
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void send(ByteBuffer bytes) throws IOException {
        incomplete = true;
        while (bytes.hasRemaining()) {
            writeChunk(bytes);
        }
    }

    @Override
    public void complete() {
        incomplete = false;
    }

    /// Resets the connection when a response on it has begun and is not complete. May be called by any thread.
    public void resetIncomplete() {
        if (incomplete) {
            reset();
        }
    }

    /// Whether the whole piece was accepted.
    private boolean writeChunk(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        bytes.limit(Math.min(end, bytes.position() + CHUNK_SIZE));
        try {
            channel.write(bytes);
            return !bytes.hasRemaining();
        } finally {
            bytes.limit(end);
        }
    }

    /// Ends the wait for a client that neither sends nor reads. Only an incomplete response is reset: bytes that
    /// were sent before an idle connection is closed still arrive. May be called by any thread.
    public void cutOff() {
        if (incomplete) {
            reset();
        } else {
            close();
        }
    }

    /// Ends the input: a thread that waits for more bytes of a request sees their end and can still send a response.
    /// May be called by any thread.
    public void endInput() {
        try {
            channel.shutdownInput();
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.TRACE, "the input of a connection could not be closed", closed);
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.TRACE, "a connection could not be closed", closed);
        }
    }

    @Override
    public void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.TRACE, "a connection was closed before it was reset", closed);
        }
        close();
    }
}
