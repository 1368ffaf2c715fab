package dev.spoolmark.wire;

import java.time.Duration;

/// How often something may be done: `burst` times at once, then once every `each`.
public record Pace(int burst, Duration each) {

    /// So many in a time, all at once or spread over it.
    public static Pace of(int count, Duration time) {
        return new Pace(count, time.dividedBy(count));
    }
}
