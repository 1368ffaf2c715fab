package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent signs and what they stand for, as UTF-8 and nothing else.
final class PercentDecoding {

    private static final int ESCAPE = 3;

    private PercentDecoding() {}

    /// The text behind a name or a value of a form, where `+` is a blank.
    static String form(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(raw.length);
        for (int at = 0; at < raw.length; at++) {
            switch (raw[at]) {
                case '+' -> decoded.put((byte) ' ');
                case '%' -> {
                    decoded.put(escaped(raw, at));
                    at += ESCAPE - 1;
                }
                default -> decoded.put(raw[at]);
            }
        }
        return text(decoded.flip());
    }

    private static byte escaped(byte[] raw, int at) {
        if (at + ESCAPE > raw.length || !HexFormat.isHexDigit(raw[at + 1]) || !HexFormat.isHexDigit(raw[at + 2])) {
            throw unreadable();
        }
        return (byte) (HexFormat.fromHexDigit(raw[at + 1]) << 4 | HexFormat.fromHexDigit(raw[at + 2]));
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(new Problem.Unreadable("the form is not encoded properly"));
    }
}
