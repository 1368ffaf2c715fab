package dev.spoolmark.web.schedule;

import java.nio.charset.StandardCharsets;

/// Writes iCalendar content lines (RFC 5545, 3.1): folded to 75 bytes, ended by CRLF.
final class IcalWriter {

    private static final int MAX_LINE_BYTES = 75;

    private final StringBuilder text = new StringBuilder();

    /// Adds a line with a value that needs no escaping.
    IcalWriter line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /// Adds a line with a value of the type TEXT (RFC 5545, 3.3.11).
    IcalWriter text(String name, String value) {
        return line(name, escaped(value));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Backslash, semicolon, comma and line ends are escaped; other control characters are left out.
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        String plain = value.replace("\r\n", "\n").replace('\r', '\n');
        plain.codePoints().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /// A folded line goes on behind a line end and a space. No character is split.
    private void fold(String line) {
        int bytes = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int character = line.codePointAt(at);
            int size = utf8Length(character);
            if (bytes + size > MAX_LINE_BYTES) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.appendCodePoint(character);
            bytes += size;
        }
        text.append("\r\n");
    }

    private static int utf8Length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
