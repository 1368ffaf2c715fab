package dev.spoolmark.scrobble;

import java.time.Instant;

/// The result of stopping a playback.
public sealed interface StopResult {

    /// A play was stored.
    record Scrobbled() implements StopResult {}

    /// The play of this viewing was stored before.
    ///
    /// @param watchedAt the time of that play
    /// @param windowEndsAt until then, further reports belong to the same viewing
    record Repeated(Instant watchedAt, Instant windowEndsAt) implements StopResult {}

    /// Too little was watched for a play; a resume point was stored.
    record Paused() implements StopResult {}

    /// Less than 1 % was watched; nothing was stored.
    record Ignored() implements StopResult {}
}
