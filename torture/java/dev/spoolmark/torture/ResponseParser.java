package dev.spoolmark.torture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Parses responses incrementally from non-blocking reads and keeps only what is counted.
final class ResponseParser {

    private static final int HEADER_BYTES = 8 * 1024;
    private static final byte[] FAILURE = bytes("{\"status\":\"failure\"");
    private static final byte[] LENGTH = bytes("content-length:");
    private static final byte[] CLOSE = bytes("connection: close");
    private static final byte[] RETRY = bytes("retry-after:");
    private static final byte[] CHUNKED = bytes("transfer-encoding: chunked");

    private final byte[] line = new byte[HEADER_BYTES];
    private final byte[] begin = new byte[FAILURE.length];
    private Part part = Part.STATUS;
    private int lineLength;
    private int beginLength;
    private long left;

    private int status;
    private boolean last;
    private boolean retryAfter;
    private boolean chunked;

    private enum Part {
        STATUS,
        FIELDS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    /// Returns whether these bytes complete a response. Bytes of the next response remain in `bytes`.
    boolean read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            boolean ended = switch (part) {
                case STATUS, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(bytes) && parseLine();
                case BODY, CHUNK -> skip(bytes);
            };
            if (ended) {
                part = Part.STATUS;
                return true;
            }
        }
        return false;
    }

    /// The outcome of the response that was just completed.
    LoadGenerator.RequestOutcome outcome() {
        if (status == 503 && retryAfter) {
            return LoadGenerator.RequestOutcome.REJECTED;
        }
        boolean failure = beginLength == FAILURE.length && Arrays.equals(begin, FAILURE);
        return status == 200 && !failure ? LoadGenerator.RequestOutcome.SUCCESS : LoadGenerator.RequestOutcome.OTHER;
    }

    /// Whether the server closes the connection after it.
    boolean last() {
        return last;
    }

    private boolean readLine(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                line[lineLength++] = next;
            }
        }
        return false;
    }

    private boolean parseLine() {
        int length = lineLength;
        lineLength = 0;
        return switch (part) {
            case STATUS -> begin();
            case FIELDS -> length == 0 ? beginBody() : field(length);
            case CHUNK_SIZE -> chunk(number(0, length, 16));
            case CHUNK_END -> goOn(Part.CHUNK_SIZE);
            case TRAILER -> length == 0;
            case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
        };
    }

    private boolean begin() {
        status = (int) number(9, 12, 10);
        last = false;
        retryAfter = false;
        chunked = false;
        left = 0;
        beginLength = 0;
        return goOn(Part.FIELDS);
    }

    private boolean field(int length) {
        if (begins(LENGTH)) {
            left = number(LENGTH.length, length, 10);
        }
        last |= begins(CLOSE);
        retryAfter |= begins(RETRY);
        chunked |= begins(CHUNKED);
        return false;
    }

    /// Whether the line begins with these letters, ignoring case. Compares bytes, since creating strings would
    /// take most of the time.
    private boolean begins(byte[] expected) {
        for (int n = 0; n < expected.length; n++) {
            int letter = line[n] >= 'A' && line[n] <= 'Z' ? line[n] + 32 : line[n];
            if (letter != expected[n]) {
                return false;
            }
        }
        return true;
    }

    private long number(int from, int to, int base) {
        long number = 0;
        for (int n = from; n < to; n++) {
            int digit = Character.digit(line[n], base);
            number = digit < 0 ? number : number * base + digit;
        }
        return number;
    }

    private boolean beginBody() {
        if (chunked) {
            return goOn(Part.CHUNK_SIZE);
        }
        part = Part.BODY;
        return left == 0;
    }

    private boolean chunk(long size) {
        left = size;
        return goOn(size == 0 ? Part.TRAILER : Part.CHUNK);
    }

    private boolean skip(ByteBuffer bytes) {
        while (left > 0 && beginLength < begin.length && bytes.hasRemaining()) {
            begin[beginLength++] = bytes.get();
            left--;
        }
        int count = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + count);
        left -= count;
        return left == 0 && (part == Part.BODY || goOn(Part.CHUNK_END));
    }

    private boolean goOn(Part next) {
        part = next;
        return false;
    }

    private static byte[] bytes(String expected) {
        return expected.getBytes(StandardCharsets.US_ASCII);
    }
}
