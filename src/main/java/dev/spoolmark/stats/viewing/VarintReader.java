package dev.spoolmark.stats.viewing;

import java.nio.charset.StandardCharsets;

/// Reads what [VarintWriter] has written.
final class VarintReader {

    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long read() {
        long number = 0;
        int shift = 0;
        int one = bytes[at++];
        while ((one & MORE) != 0) {
            number |= (long) (one & (MORE - 1)) << shift;
            shift += BITS;
            one = bytes[at++];
        }
        return number | ((long) one << shift);
    }

    int readInt() {
        return (int) read();
    }

    long readSigned() {
        long zigzag = read();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    String readText() {
        int length = readInt();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
