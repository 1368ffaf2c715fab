package dev.spoolmark.http;

import dev.spoolmark.core.ControlCharacters;

/// Writes lines of `name=value` pairs; values are quoted and escaped where necessary (`docs/security.md#sec-l4`).
final class LogfmtWriter {

    private final StringBuilder lines = new StringBuilder(256);
    private boolean hasFields;

    LogfmtWriter put(String name, String value) {
        name(name);
        if (isPlain(value)) {
            lines.append(value);
        } else {
            lines.append('"');
            escape(value, lines);
            lines.append('"');
        }
        return this;
    }

    /// Adds a value that needs no quotes and no escapes.
    LogfmtWriter putPlain(String name, String value) {
        name(name).append(value);
        return this;
    }

    LogfmtWriter put(String name, long value) {
        name(name).append(value);
        return this;
    }

    /// Ends the line; the next pair begins another.
    LogfmtWriter endLine() {
        lines.append('\n');
        hasFields = false;
        return this;
    }

    /// Returns what was written so far and clears it.
    String drain() {
        String text = lines.toString();
        lines.setLength(0);
        return text;
    }

    /// Escapes everything in a text that could end a line or a value.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        escape(text, escaped);
        return escaped.toString();
    }

    private StringBuilder name(String name) {
        if (hasFields) {
            lines.append(' ');
        }
        hasFields = true;
        return lines.append(name).append('=');
    }

    private static void escape(String text, StringBuilder into) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"' || sign == '\\') {
                into.append('\\').append(sign);
            } else {
                ControlCharacters.append(sign, into);
            }
        }
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == ' ' || sign == '"' || sign == '=' || sign == '\\' || ControlCharacters.isControl(sign)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
