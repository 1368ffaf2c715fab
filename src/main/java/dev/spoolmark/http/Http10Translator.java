package dev.spoolmark.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/// Translates requests of HTTP/1.0, which nginx sends by default. Helidon reads only HTTP/1.1, so
/// the head of such a request becomes one of HTTP/1.1 before Helidon sees it. What differs in the response is
/// decided by [ClientConnection#isOfHttp10].
final class Http10Translator {

    private static final String VERSION = " HTTP/1.0";
    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = LINE_END + LINE_END;

    private Http10Translator() {}

    /// Reads until the version of the request is known, for HTTP/1.0 until its head is complete.
    ///
    /// @param begin the first bytes of a request
    /// @param more reads more bytes; returns an empty array at the end
    /// @param host the Host for requests without one
    static byte[] translate(byte[] begin, ClientConnection connection, Supplier<byte[]> more, Supplier<String> host) {
        byte[] line = readTo(begin, LINE_END, HttpLimits.REQUEST_LINE_BYTES, more);
        int lineEnd = find(line, LINE_END);
        boolean old = lineEnd > 0 && endsWithVersion(line, lineEnd);
        connection.expectHttp10(old);
        if (!old) {
            return line;
        }
        byte[] head = readTo(line, HEAD_END, 2 * HttpLimits.HEADER_BYTES, more);
        int end = find(head, HEAD_END);
        if (end < 0) {
            head[lineEnd - 1] = '1';
            return head;
        }
        return translated(new String(head, StandardCharsets.ISO_8859_1), end, host)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] readTo(byte[] begin, String mark, int max, Supplier<byte[]> more) {
        byte[] bytes = begin;
        while (bytes.length <= max && find(bytes, mark) < 0) {
            byte[] next = more.get();
            if (next.length == 0) {
                return bytes;
            }
            byte[] joined = Arrays.copyOf(bytes, bytes.length + next.length);
            System.arraycopy(next, 0, joined, bytes.length, next.length);
            bytes = joined;
        }
        return bytes;
    }

    private static int find(byte[] bytes, String mark) {
        for (int at = 0; at + mark.length() <= bytes.length; at++) {
            if (bytes[at] == mark.charAt(0) && matches(bytes, at, mark)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsWithVersion(byte[] bytes, int end) {
        return end > VERSION.length() && matches(bytes, end - VERSION.length(), VERSION);
    }

    private static boolean matches(byte[] bytes, int at, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (bytes[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Expect has no meaning in HTTP/1.0 (RFC 9110, 10.1.1).
    private static String translated(String text, int end, Supplier<String> host) {
        StringBuilder head = new StringBuilder(text.length() + 64);
        boolean hasHost = false;
        for (String line : text.substring(0, end).split(LINE_END, -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            hasHost |= lower.startsWith("host:");
            if (head.isEmpty()) {
                head.append(line, 0, line.length() - VERSION.length())
                        .append(" HTTP/1.1")
                        .append(LINE_END);
            } else if (!lower.startsWith("expect:")) {
                head.append(line).append(LINE_END);
            }
        }
        if (!hasHost) {
            head.append("Host: ").append(host.get()).append(LINE_END);
        }
        return head.append(text, end + LINE_END.length(), text.length()).toString();
    }
}
