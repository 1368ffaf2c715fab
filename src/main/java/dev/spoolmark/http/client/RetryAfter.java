package dev.spoolmark.http.client;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/// Parses `Retry-After`: seconds, or a date.
final class RetryAfter {

    static final Duration DEFAULT = Duration.ofSeconds(10);

    private RetryAfter() {}

    static Optional<Duration> of(ClassicHttpResponse response, InstantSource clock) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return header == null ? Optional.empty() : of(header.getValue().strip(), clock.instant());
    }

    static Optional<Duration> of(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(AsciiNumber.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
