package dev.spoolmark.scrobble;

import dev.spoolmark.history.Watchable;
import java.time.Duration;
import java.time.Instant;

/// What somebody watches right now.
///
/// @param checkin whether they said so themselves, and nobody will report the end
public record NowWatching(Watchable item, boolean checkin, Instant startedAt, Instant expiresAt) {

    public Duration length() {
        return Duration.between(startedAt, expiresAt);
    }
}
