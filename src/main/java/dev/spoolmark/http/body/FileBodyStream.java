package dev.spoolmark.http.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads the file of a large body from its beginning, with a position of its own. Closing it closes nothing.
final class FileBodyStream extends InputStream {

    private final ReceivedBody body;
    private final FileChannel file;
    private final long length;
    private long position;

    /// @param body is notified when its end is reached
    /// @param length reading stops here, or at the end of the file
    FileBodyStream(ReceivedBody body, FileChannel file, long length) {
        this.body = body;
        this.file = file;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int max = (int) Math.min(count, length - position);
        int bytesRead = max > 0 || count == 0 ? file.read(ByteBuffer.wrap(into, offset, max), position) : -1;
        if (bytesRead < 0) {
            body.markExhausted();
        }
        position += Math.max(bytesRead, 0);
        return bytesRead;
    }
}
