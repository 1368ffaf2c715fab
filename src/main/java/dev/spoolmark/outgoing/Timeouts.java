package dev.spoolmark.outgoing;

import java.time.Duration;

/// How long is waited for a connection, for the first byte, and for the whole (`SEC-F4`).
public record Timeouts(Duration connect, Duration firstByte, Duration total) {

    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));
}
