package dev.spoolmark.http;

import java.time.Duration;

/// How often something may be done: `burst` times at once, then once every `each`.
public record RateLimit(int burst, Duration interval) {

    /// So many in a time, all at once or spread over it.
    public static RateLimit of(int count, Duration time) {
        return new RateLimit(count, time.dividedBy(count));
    }
}
