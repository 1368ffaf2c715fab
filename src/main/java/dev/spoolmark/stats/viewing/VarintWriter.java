package dev.spoolmark.stats.viewing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes numbers in as few bytes as they need: seven bits in each.
final class VarintWriter {

    private static final int INITIAL = 1_024;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /// @param number not negative
    void write(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
        long rest = number;
        while (rest >= MORE) {
            append((byte) (rest | MORE));
            rest >>>= BITS;
        }
        append((byte) rest);
    }

    /// A number that may be negative, of at most 62 bits.
    void writeSigned(long number) {
        write((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        write(encoded.length);
        for (byte one : encoded) {
            append(one);
        }
    }

    private void append(byte one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = one;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
