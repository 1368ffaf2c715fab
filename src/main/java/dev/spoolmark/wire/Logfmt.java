package dev.spoolmark.wire;

/// One line of `name=value` pairs, whatever the values hold (`SEC-L4`).
final class Logfmt {

    private final StringBuilder line = new StringBuilder(160);

    Logfmt put(String name, Object value) {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        String text = value.toString();
        line.append(name).append('=').append(isPlain(text) ? text : '"' + escaped(text) + '"');
        return this;
    }

    String line() {
        return line.toString();
    }

    /// The text with everything escaped that could end a line or a value.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"' || sign == '\\') {
                escaped.append('\\').append(sign);
            } else if (breaksLines(sign)) {
                escaped.append(String.format("\\u%04x", (int) sign));
            } else {
                escaped.append(sign);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == ' ' || sign == '"' || sign == '=' || sign == '\\' || breaksLines(sign)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean breaksLines(char sign) {
        return Character.isISOControl(sign) || sign == '\u2028' || sign == '\u2029';
    }
}
