package dev.spoolmark.http.response;

import dev.spoolmark.http.HttpServer;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A socket as the way out. It belongs to the thread of its connection, except for [#reset].
public final class SocketResponseSink implements ResponseSink {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// The system copies each piece into memory of its own, and keeps that memory for the next.
    private static final int PIECE = 16 * 1024;

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
            boolean taken = true;
            while (taken && bytes.hasRemaining()) {
                taken = writePiece(bytes);
            }
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void send(ByteBuffer bytes) throws IOException {
        incomplete = true;
        while (bytes.hasRemaining()) {
            writePiece(bytes);
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

    /// Whether all of the piece was taken.
    private boolean writePiece(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        bytes.limit(Math.min(end, bytes.position() + PIECE));
        try {
            channel.write(bytes);
            return !bytes.hasRemaining();
        } finally {
            bytes.limit(end);
        }
    }

    /// Ends the wait for a client that neither sends nor reads. Only a response that is cut short is reset: what was
    /// sent before an idle connection is closed still arrives. May be called by any thread.
    public void cutOff() {
        if (incomplete) {
            reset();
        } else {
            close();
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
