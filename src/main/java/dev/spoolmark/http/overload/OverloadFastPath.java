package dev.spoolmark.http.overload;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.ResponseHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where people hear that the house is full without being asked what they want. Taking a request apart costs several
/// times what is said here, and under five times the load that adds up to a quarter of a processor.
///
/// Only plain requests are answered here: all of it has come at once, its end is clear, and its header asks for
/// nothing that the answer would have to follow. All others go the usual way, and hear the same.
public final class OverloadFastPath {

    private static final String VERSION = " HTTP/1.1";
    private static final String LINE_END = "\r\n";
    private static final String HEADER_END = LINE_END + LINE_END;

    private static final int UNCLEAR = Integer.MIN_VALUE;
    private static final int MOST_DIGITS = 9;

    private static final List<String> VERBS = List.of("GET", "POST");

    private static final Set<String> UNUSUAL =
            Set.of("connection", "expect", "origin", "transfer-encoding", "x-forwarded-for", "x-forwarded-host");

    private final String beforeId;
    private final String afterId;

    /// @param reply what is said
    /// @param header what goes with every answer
    public OverloadFastPath(byte[] reply, ResponseHeaders header) {
        StringBuilder fields = new StringBuilder("HTTP/1.1 503 Service Unavailable").append(LINE_END);
        header.put("Content-Length", Integer.toString(reply.length))
                .forEach((name, value) ->
                        fields.append(name).append(": ").append(value).append(LINE_END));
        beforeId = fields.append("X-Request-Id: ").toString();
        afterId = HEADER_END + new String(reply, StandardCharsets.UTF_8);
    }

    public byte[] answer(String id) {
        return (beforeId + id + afterId).getBytes(StandardCharsets.UTF_8);
    }

    /// What a plain request asks for, or empty when these bytes are anything else.
    public static Optional<RequestLine> read(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(HEADER_END);
        boolean complete = end > 0
                && end <= HttpLimits.HEADER_BYTES
                && end + HEADER_END.length() + body(text, end) == text.length();
        return complete ? asked(text.substring(0, text.indexOf(LINE_END))) : Optional.empty();
    }

    private static Optional<RequestLine> asked(String line) {
        for (String verb : VERBS) {
            int from = verb.length() + 1;
            int to = line.length() - VERSION.length();
            if (line.startsWith(verb + " /") && line.endsWith(VERSION) && to > from) {
                String target = line.substring(from, to);
                int query = target.indexOf('?');
                return Optional.of(new RequestLine(verb, query < 0 ? target : target.substring(0, query)));
            }
        }
        return Optional.empty();
    }

    /// The first line of a request.
    public record RequestLine(String verb, String rawPath) {}

    /// How long the body is that a header tells of; `UNCLEAR` also when the header is unusual.
    private static int body(String text, int end) {
        @Nullable String length = null;
        for (int line = text.indexOf(LINE_END); line < end; line = text.indexOf(LINE_END, line + 1)) {
            int colon = text.indexOf(':', line);
            if (colon < 0 || colon > end) {
                return UNCLEAR;
            }
            String name = text.substring(line + LINE_END.length(), colon).toLowerCase(Locale.ROOT);
            String value = text.substring(colon + 1, text.indexOf(LINE_END, colon));
            boolean twice = name.equals("content-length") && length != null;
            if (!isClear(name, value) || UNUSUAL.contains(name) || twice) {
                return UNCLEAR;
            }
            if (name.equals("content-length")) {
                length = value.strip();
            }
        }
        return length == null ? 0 : number(length);
    }

    /// A blank before the colon, or half an end of a line, is read in different ways by different programs.
    private static boolean isClear(String name, String value) {
        boolean plain = !name.isEmpty()
                && name.chars()
                        .allMatch(sign -> (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-');
        return plain && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    private static int number(String digits) {
        boolean clear = digits.length() <= MOST_DIGITS && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return clear && !digits.isEmpty() ? AsciiNumber.parseInt(digits) : UNCLEAR;
    }
}
