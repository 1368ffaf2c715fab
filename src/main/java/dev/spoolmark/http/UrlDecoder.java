package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Decodes percent-encoded text strictly: what is no UTF-8, holds a NUL or an incomplete `%` is rejected
/// (RFC 3986, 2.1).
public final class UrlDecoder {

    private static final int MAX_BYTE = 0xFF;

    private UrlDecoder() {}

    /// Decodes a segment of a path. A `+` stays.
    ///
    /// @throws ProblemException with `Unreadable`
    public static String decodeSegment(String raw) {
        return raw.indexOf('%') < 0 ? raw : decode(raw, false);
    }

    /// Decodes a name or a value of a query. A `+` is a blank.
    ///
    /// @throws ProblemException with `Unreadable`
    public static String decodeQuery(String raw) {
        return raw.indexOf('%') < 0 && raw.indexOf('+') < 0 ? raw : decode(raw, true);
    }

    /// The members of a query. Of a name that occurs twice, the first counts; members without a `=` are ignored.
    ///
    /// @throws ProblemException with `Unreadable`
    public static Map<String, String> parseQuery(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return Map.of();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decodeQuery(pair.substring(0, equals)), decodeQuery(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /// The byte of two hexadecimal digits, or -1.
    public static int hexByte(int high, int low) {
        return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low)
                ? (HexFormat.fromHexDigit(high) << 4) | HexFormat.fromHexDigit(low)
                : -1;
    }

    /// Decodes UTF-8.
    ///
    /// @throws CharacterCodingException when the bytes are none
    public static String utf8(byte[] bytes, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString();
    }

    private static String decode(String raw, boolean plusIsBlank) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == '%') {
                int decoded = at + 2 < raw.length() ? hexByte(raw.charAt(at + 1), raw.charAt(at + 2)) : -1;
                if (decoded < 0) {
                    throw unreadable();
                }
                bytes.write(decoded);
                at += 2;
            } else {
                bytes.write(c == '+' && plusIsBlank ? ' ' : c > MAX_BYTE ? '?' : c);
            }
        }
        try {
            String text = utf8(bytes.toByteArray(), bytes.size());
            if (text.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(new Problem.Unreadable("the address is not properly encoded"));
    }
}
