package dev.spoolmark.metadata;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// A stream that counts the bytes read from it.
public final class CountingInputStream extends FilterInputStream {

    private final LongConsumer listener;
    private long readBytes;

    public CountingInputStream(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int octets = in.read(buffer, offset, length);
        count(Math.max(octets, 0));
        return octets;
    }

    private void count(int octets) {
        if (octets > 0) {
            readBytes += octets;
            listener.accept(readBytes);
        }
    }
}
