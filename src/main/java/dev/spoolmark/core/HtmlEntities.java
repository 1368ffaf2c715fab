package dev.spoolmark.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decodes HTML character references in text that is not HTML: sources and clients send `Law &amp; Order`.
///
/// A reference needs its semicolon, so that `AT&T`, `R&B` and `&c` are unchanged. Text that was encoded several
/// times is decoded several times. Unknown names and invalid code points are unchanged.
public final class HtmlEntities {

    private static final int LONGEST_NAME = 32;
    private static final int MAX_DIGITS = 7;
    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL = 10;

    /// Names of letters, punctuation and symbols in HTML, with their code points.
    private static final Map<String, Integer> CODE_POINTS = loadNames();

    /// Code points for `&#128;` to `&#159;`, which browsers decode as windows-1252.
    private static final String WINDOWS = windows();

    private HtmlEntities() {}

    /// Encodes the characters that have a meaning in HTML text and in quoted attributes.
    public static String encode(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    public static String decode(String text) {
        int at = text.indexOf('&');
        return at < 0 || text.indexOf(';', at) < 0 ? text : decode(text, at);
    }

    private static String decode(String text, int first) {
        StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            if (c == '&') {
                at = reference(text, at, decoded);
            } else {
                decoded.append(c);
            }
        }
        return decoded.toString();
    }

    /// Appends the character for the reference after an ampersand. A decoded ampersand may start another
    /// reference.
    ///
    /// @return index of the rest of the text
    private static int reference(String text, int from, StringBuilder decoded) {
        int start = from;
        while (true) {
            int end = end(text, start);
            int character = end < 0 ? -1 : character(text.substring(start, end));
            if (character < 0) {
                decoded.append('&');
                return start;
            }
            start = end + 1;
            if (character != '&') {
                decoded.appendCodePoint(character);
                return start;
            }
        }
    }

    /// Index of the semicolon, or -1 if it is further away than the longest name.
    private static int end(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_NAME);
        for (int at = start; at < last; at++) {
            if (text.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    /// The code point of a name or number, or -1.
    private static int character(String name) {
        return name.startsWith("#") ? numbered(name.substring(1)) : CODE_POINTS.getOrDefault(name, -1);
    }

    private static int numbered(String digits) {
        boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
        Integer number = hexadecimal ? number(digits.substring(1), HEXADECIMAL) : number(digits, DECIMAL);
        if (number == null || number == 0 || !Character.isValidCodePoint(number) || isSurrogate(number)) {
            return -1;
        }
        return number >= 0x80 && number < 0xA0 ? WINDOWS.charAt(number - 0x80) : number;
    }

    private static @Nullable Integer number(String digits, int radix) {
        boolean readable = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return readable ? (Integer) Integer.parseInt(digits, radix) : null;
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static Map<String, Integer> loadNames() {
        try (InputStream lines = HtmlEntities.class.getResourceAsStream("/kernel/html-entities.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line[0], line -> Integer.parseInt(line[1], HEXADECIMAL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String windows() {
        byte[] bytes = new byte[0x20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }
}
