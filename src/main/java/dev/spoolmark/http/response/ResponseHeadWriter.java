package dev.spoolmark.http.response;

import dev.spoolmark.core.WrittenText;
import dev.spoolmark.http.ResponseHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Renders the head of a response: the status line, the date, and the fields in their order (RFC 9112, 4).
public final class ResponseHeadWriter {

    private static final String LINE_END = "\r\n";
    private static final int INITIAL_CAPACITY = 640;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile CachedDate latest = new CachedDate(Long.MIN_VALUE, "");

    public ResponseHeadWriter(InstantSource clock) {
        this.clock = clock;
    }

    /// The text of one second.
    private record CachedDate(long second, String text) {}

    byte[] render(int status, ResponseHeaders header) {
        StringBuilder head = new StringBuilder(INITIAL_CAPACITY)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(reason(status))
                .append(LINE_END)
                .append("Date: ")
                .append(date())
                .append(LINE_END);
        header.forEach((name, value) ->
                head.append(name).append(": ").append(checked(value)).append(LINE_END));
        return head.append(LINE_END).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String date() {
        Instant now = clock.instant();
        CachedDate cached = latest;
        if (cached.second != now.getEpochSecond()) {
            cached = new CachedDate(now.getEpochSecond(), DATE.format(now));
            latest = cached;
        }
        return cached.text;
    }

    /// A line break in a value would begin another field or another response.
    private static String checked(String value) {
        if (WrittenText.hasControlCharacters(value)) {
            throw new IllegalArgumentException("a response header contains a control character");
        }
        return value;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            default -> ""; // a reason may be empty, the blank before it may not
        };
    }
}
