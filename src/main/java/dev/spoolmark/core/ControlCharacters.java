package dev.spoolmark.core;

/// Escapes characters that could end a line of a log or a value in it (`docs/security.md#sec-l4`).
public final class ControlCharacters {

    private static final int HEX_DIGITS = 4;

    private ControlCharacters() {}

    /// Whether it is a control character or a line separator of Unicode.
    public static boolean isControl(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /// The text with every such character as a backslash, `u` and four hexadecimal digits.
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), escaped);
        }
        return escaped.toString();
    }

    /// Appends a character, escaped if necessary.
    public static void append(char c, StringBuilder to) {
        if (isControl(c)) {
            String hex = Integer.toHexString(c);
            to.append('\\').append('u').repeat('0', HEX_DIGITS - hex.length()).append(hex);
        } else {
            to.append(c);
        }
    }
}
