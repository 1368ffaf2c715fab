package dev.spoolmark.http;

import io.helidon.common.buffers.DataReader;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Reads what Helidon does not: empty lines before a request (RFC 9112, 2.2), chunk extensions, which are ignored
/// (7.1.1), and trailer fields, which are discarded (7.1.2).
final class HelidonDataReader extends DataReader {

    private final BooleanSupplier readingBody;
    private boolean afterLastChunk;

    /// @param bytes reads more bytes
    /// @param readingBody whether lines are those of a chunked body: Helidon reads a line with [#readLine] only
    ///     there
    @SuppressWarnings("removal") // the factory method makes no subclass
    HelidonDataReader(Supplier<byte[]> bytes, BooleanSupplier readingBody) {
        super(bytes);
        this.readingBody = readingBody;
    }

    /// The size of the next chunk, or the empty line after the last one.
    ///
    /// @throws IllegalStateException when the trailer is too long
    @Override
    public String readLine() throws IncorrectNewLineException {
        String line = super.readLine();
        if (!readingBody.getAsBoolean()) {
            return line;
        }
        if (afterLastChunk) {
            skipTrailer(line);
            return "";
        }
        String size = withoutExtensions(line);
        afterLastChunk = !size.isEmpty() && size.chars().allMatch(digit -> digit == '0');
        return size;
    }

    private void skipTrailer(String first) throws IncorrectNewLineException {
        int length = 0;
        for (String line = first; !line.isEmpty(); line = super.readLine()) {
            length += line.length();
            if (length > HttpLimits.HEADER_BYTES) {
                throw new IllegalStateException("the trailer of a body is too long");
            }
        }
        afterLastChunk = false;
    }

    private static String withoutExtensions(String line) {
        int extension = line.indexOf(';');
        return extension < 0 ? line : line.substring(0, extension).stripTrailing();
    }

    /// Skips empty lines that were received after a request. Some clients end a body with one that is not counted.
    void skipEmptyLines() {
        while (available() > 1 && startsWithNewLine()) {
            skip(2);
        }
    }

    /// The bytes without empty lines at their beginning.
    static byte[] withoutEmptyLines(byte[] bytes) {
        int from = 0;
        while (from + 1 < bytes.length && bytes[from] == '\r' && bytes[from + 1] == '\n') {
            from += 2;
        }
        return from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
