package dev.spoolmark.web;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses a body of the type `multipart/form-data` (RFC 7578). Names of files and types are ignored.
final class MultipartBody {

    private static final int MAX_PARTS = 10;
    private static final int MAX_HEADER_LENGTH = 2_000;
    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;.*?boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\n]*?[; ]name=\"([a-z_]{1,40})\"");

    private MultipartBody() {}

    /// The content of each part by the name of its field.
    ///
    /// @throws ProblemException with `Unreadable` if it is not of this form
    static Map<String, byte[]> parse(String contentType, byte[] body) {
        Matcher type = BOUNDARY.matcher(contentType);
        if (!type.matches()) {
            throw unreadable();
        }
        byte[] delimiter = ("\r\n--" + type.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        int at = after(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length));
        while (!isAt(body, at, "--")) {
            int head = at;
            int start = after(body, head, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            int next = after(body, start, delimiter);
            if (start - head > MAX_HEADER_LENGTH || parts.size() >= MAX_PARTS) {
                throw unreadable();
            }
            Matcher name = NAME.matcher(new String(body, head, start - head, StandardCharsets.ISO_8859_1));
            if (!name.find()
                    || parts.put(name.group(1), Arrays.copyOfRange(body, start, next - delimiter.length)) != null) {
                throw unreadable();
            }
            at = next;
        }
        return parts;
    }

    /// The position behind the first occurrence of `text` at or after `from`.
    private static int after(byte[] body, int from, byte[] text) {
        for (int at = from; at <= body.length - text.length; at++) {
            if (body[at] == text[0] && Arrays.equals(body, at, at + text.length, text, 0, text.length)) {
                return at + text.length;
            }
        }
        throw unreadable();
    }

    private static boolean isAt(byte[] body, int at, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + expected.length <= body.length
                && Arrays.equals(body, at, at + expected.length, expected, 0, expected.length);
    }

    private static ProblemException unreadable() {
        return new ProblemException(new Problem.Unreadable("the form is malformed"));
    }
}
