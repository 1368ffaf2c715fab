package dev.spoolmark.http.response;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A response body of unknown length. A short one is buffered and sent with its length. A longer one is sent in
/// chunks, or, to a client of HTTP/1.0, until the connection closes.
///
/// Writers can neither flush nor close it: only [#finish] ends the body.
final class StreamedResponseBody extends OutputStream {

    /// A body that fails before this many bytes were written can still be replaced by another response.
    private static final int BUFFER_SIZE = 16 * 1024;

    private static final byte[] CHUNK_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};
    private static final int CHUNK_BEGIN = 6; // "4000" and the end of the line

    private final Start start;
    private final Sink queue;
    private final boolean chunked;
    private final byte[] buffer = new byte[CHUNK_BEGIN + BUFFER_SIZE + CHUNK_END.length + LAST_CHUNK.length];
    private int end = CHUNK_BEGIN;
    private boolean isCommitted;

    /// @param start sends the head before the first byte of a body
    /// @param chunked whether the client supports chunked encoding
    StreamedResponseBody(Start start, Sink queue, boolean chunked) {
        this.start = start;
        this.queue = queue;
        this.chunked = chunked;
    }

    @Override
    public void write(int value) throws IOException {
        makeSpace();
        buffer[end++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            makeSpace();
            int count = Math.min(left, CHUNK_BEGIN + BUFFER_SIZE - end);
            System.arraycopy(from, at, buffer, end, count);
            end += count;
            at += count;
            left -= count;
        }
    }

    /// Ends the body properly.
    void finish() throws IOException {
        if (!isCommitted) {
            start.withLength(buffer, CHUNK_BEGIN, end - CHUNK_BEGIN);
        } else if (chunked) {
            addChunk(LAST_CHUNK);
        } else {
            queue.add(buffer, CHUNK_BEGIN, end - CHUNK_BEGIN);
        }
    }

    private void makeSpace() throws IOException {
        if (end < CHUNK_BEGIN + BUFFER_SIZE) {
            return;
        }
        if (!isCommitted) {
            isCommitted = true;
            start.withoutLength(chunked);
        }
        if (chunked) {
            addChunk(new byte[0]);
        } else {
            queue.add(buffer, CHUNK_BEGIN, end - CHUNK_BEGIN);
        }
        end = CHUNK_BEGIN;
    }

    /// A full buffer is never empty here: an empty chunk would end the body.
    private void addChunk(byte[] after) throws IOException {
        byte[] size = (Integer.toHexString(end - CHUNK_BEGIN) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int begin = CHUNK_BEGIN - size.length;
        System.arraycopy(size, 0, buffer, begin, size.length);
        System.arraycopy(CHUNK_END, 0, buffer, end, CHUNK_END.length);
        System.arraycopy(after, 0, buffer, end + CHUNK_END.length, after.length);
        queue.add(buffer, begin, end + CHUNK_END.length + after.length - begin);
    }

    /// Takes the bytes of the body.
    @FunctionalInterface
    interface Sink {

        void add(byte[] from, int offset, int length) throws IOException;
    }

    /// Sends the head of the response.
    interface Start {

        /// With a complete body.
        void withLength(byte[] body, int offset, int length) throws IOException;

        void withoutLength(boolean chunked) throws IOException;
    }
}
