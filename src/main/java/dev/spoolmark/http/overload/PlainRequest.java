package dev.spoolmark.http.overload;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A request of which the overload fast path understands enough: it was received at once, its end is clear, and its
/// header has no field that the 503 response would depend on. Any other request is parsed and rejected by the
/// [dev.spoolmark.http] pipeline with the same response.
public final class PlainRequest implements RequestHead {

    private static final String VERSION = " HTTP/1.1";
    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = LINE_END + LINE_END;
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int MAX_DIGITS = 9;
    private static final List<String> METHODS = List.of("GET", "POST");

    private static final Set<String> UNUSUAL = Set.of(
            "connection", "expect", "forwarded", "origin", "transfer-encoding", "x-forwarded-for", "x-forwarded-host");

    private final String text;
    private final int headEnd;
    private final String method;
    private final String rawPath;

    private PlainRequest(String text, int headEnd, String method, String rawPath) {
        this.text = text;
        this.headEnd = headEnd;
        this.method = method;
        this.rawPath = rawPath;
    }

    /// Reads a request.
    ///
    /// @param basePath removes the path below which the server lives
    /// @return empty when the bytes are anything else than one plain request
    public static Optional<PlainRequest> read(byte[] bytes, UnaryOperator<String> basePath) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(HEAD_END);
        boolean complete = end > 0
                && end <= HttpLimits.HEADER_BYTES
                && end + HEAD_END.length() + bodyLength(text, end) == text.length();
        return complete ? parse(text, end, basePath) : Optional.empty();
    }

    private static Optional<PlainRequest> parse(String text, int headEnd, UnaryOperator<String> basePath) {
        String line = text.substring(0, text.indexOf(LINE_END));
        for (String method : METHODS) {
            int from = method.length() + 1;
            int to = line.length() - VERSION.length();
            if (line.startsWith(method + " /") && line.endsWith(VERSION) && to > from) {
                String target = line.substring(from, to);
                int query = target.indexOf('?');
                String rawPath = query < 0 ? target : target.substring(0, query);
                return Optional.of(new PlainRequest(text, headEnd, method, basePath.apply(rawPath)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        return rawPath;
    }

    @Override
    public String host() {
        return header("Host").orElse("");
    }

    @Override
    public Optional<String> header(String name) {
        for (int line = text.indexOf(LINE_END); line < headEnd; line = text.indexOf(LINE_END, line + 1)) {
            int from = line + LINE_END.length();
            int colon = from + name.length();
            if (colon <= headEnd
                    && text.charAt(colon) == ':'
                    && text.regionMatches(true, from, name, 0, name.length())) {
                return Optional.of(
                        text.substring(colon + 1, text.indexOf(LINE_END, colon)).strip());
            }
        }
        return Optional.empty();
    }

    /// Length of the body in bytes; `UNCLEAR` also when the header is unusual.
    private static int bodyLength(String text, int end) {
        @Nullable String length = null;
        for (int line = text.indexOf(LINE_END); line < end; line = text.indexOf(LINE_END, line + 1)) {
            int colon = text.indexOf(':', line);
            if (colon < 0 || colon > end) {
                return UNKNOWN;
            }
            String name = text.substring(line + LINE_END.length(), colon).toLowerCase(Locale.ROOT);
            String value = text.substring(colon + 1, text.indexOf(LINE_END, colon));
            boolean twice = name.equals("content-length") && length != null;
            if (!isClear(name, value) || UNUSUAL.contains(name) || twice) {
                return UNKNOWN;
            }
            if (name.equals("content-length")) {
                length = value.strip();
            }
        }
        return length == null ? 0 : number(length);
    }

    /// A blank before the colon, or half of a line end, is read differently by different programs.
    private static boolean isClear(String name, String value) {
        boolean plain = !name.isEmpty()
                && name.chars()
                        .allMatch(sign -> (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-');
        return plain && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    private static int number(String digits) {
        boolean clear = digits.length() <= MAX_DIGITS && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return clear && !digits.isEmpty() ? AsciiNumber.parseInt(digits) : UNKNOWN;
    }
}
