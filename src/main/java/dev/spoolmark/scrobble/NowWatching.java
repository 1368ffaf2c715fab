package dev.spoolmark.scrobble;

import dev.spoolmark.history.Watchable;
import java.time.Duration;
import java.time.Instant;

/// An item that a user is watching now.
///
/// @param checkin whether it is a check-in, whose end is not reported
public record NowWatching(Watchable item, boolean checkin, Instant startedAt, Instant expiresAt) {

    public Duration length() {
        return Duration.between(startedAt, expiresAt);
    }
}
