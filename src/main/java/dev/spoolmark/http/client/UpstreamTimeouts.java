package dev.spoolmark.http.client;

import java.time.Duration;

/// Timeouts for the connection, for the first byte, and for the whole exchange (`docs/security.md#sec-f4`).
public record UpstreamTimeouts(Duration connect, Duration firstByte, Duration total) {

    public static final UpstreamTimeouts DEFAULT =
            new UpstreamTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));
}
