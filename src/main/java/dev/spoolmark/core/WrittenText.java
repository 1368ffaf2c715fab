package dev.spoolmark.core;

/// Texts written by users, as they are stored: without control characters, and without leading and trailing
/// white space. A text without a visible character is empty.
public final class WrittenText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private WrittenText() {}

    /// A single-line text: a line break becomes a blank.
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isBreak(c)) {
                if (!(before == '\r' && c == '\n')) {
                    line.append(' ');
                }
            } else if (!Character.isISOControl(c)) {
                line.appendCodePoint(c);
            }
            before = c;
        }
        return stripped(line.toString());
    }

    /// A multi-line text; line breaks stay.
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
                .forEach(lines::appendCodePoint);
        return stripped(lines.toString());
    }

    public static boolean hasControlCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Invisible characters inside and at the end of a text stay, since they are part of emoji.
    private static String stripped(String text) {
        if (TextFolding.isBlank(text)) {
            return "";
        }
        int start = 0;
        int end = text.length();
        while (isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
    }

    private static boolean isBreak(int c) {
        return switch (c) {
            case '\n', '\r', '\t', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }
}
