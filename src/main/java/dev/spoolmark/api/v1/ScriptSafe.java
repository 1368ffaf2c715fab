package dev.spoolmark.api.v1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Escapes U+2028 and U+2029 in JSON. JSON allows both inside of strings, but before ECMAScript 2019 they end a line
/// of a script, and with it the string.
final class ScriptSafe extends OutputStream {

    /// UTF-8 writes the two as these bytes and `A8` or `A9`.
    private static final int FIRST = 0xE2;

    private static final int SECOND = 0x80;
    private static final int LINE_SEPARATOR = 0xA8;
    private static final int PARAGRAPH_SEPARATOR = 0xA9;

    private final OutputStream out;

    /// How many bytes of a possible separator were held back.
    private int matched;

    ScriptSafe(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int end = offset + length;
        int plain = offset;
        for (int at = offset; at < end; at++) {
            int octet = from[at] & 0xFF;
            if (matched == 0 && octet != FIRST) {
                continue;
            }
            if (matched == 0) {
                out.write(from, plain, at - plain);
                matched = 1;
                plain = at + 1;
            } else if (matched == 1 && octet == SECOND) {
                matched = 2;
                plain = at + 1;
            } else if (matched == 2 && (octet == LINE_SEPARATOR || octet == PARAGRAPH_SEPARATOR)) {
                matched = 0;
                out.write((octet == LINE_SEPARATOR ? "\\u2028" : "\\u2029").getBytes(StandardCharsets.US_ASCII));
                plain = at + 1;
            } else {
                finish();
                plain = at;
                at--; // the byte may begin a separator itself
            }
        }
        out.write(from, plain, end - plain);
    }

    /// Writes what was held back.
    void finish() throws IOException {
        if (matched > 0) {
            out.write(FIRST);
        }
        if (matched > 1) {
            out.write(SECOND);
        }
        matched = 0;
    }
}
