package dev.spoolmark.together;

import dev.spoolmark.account.UserId;
import dev.spoolmark.history.Watchable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A play that a user is offered.
///
/// @param id unique among all offers
/// @param from who offers it
/// @param watchedAt null if unknown
/// @param expiresAt until then it can be accepted
public record PlayOffer(
        long id,
        UserId from,
        Watchable item,
        @Nullable Instant watchedAt,
        OfferState state,
        Instant createdAt,
        Instant expiresAt) {}
