package dev.spoolmark.together;

import dev.spoolmark.account.UserId;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A play that a user is offered.
///
/// @param id unique among all offers
/// @param from who offers it
/// @param time when it was watched
/// @param expiresAt until then it can be accepted
public record PlayOffer(
        long id,
        UserId from,
        Watchable item,
        WatchedTime time,
        OfferState state,
        Instant createdAt,
        Instant expiresAt) {

    /// Null if unknown.
    public @Nullable Instant watchedAt() {
        return time.at();
    }
}
