package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/// The decompressed bytes of a body, up to a limit.
final class DecodedBodyStream extends InputStream {

    private final InputStream in;
    private final long limit;
    private long read;

    /// @param limit maximum number of bytes; reading more throws `TooBig`
    DecodedBodyStream(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        read += Math.max(count, 0);
        if (read > limit) {
            throw new ProblemException(new Problem.TooBig(limit, "bytes"));
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
