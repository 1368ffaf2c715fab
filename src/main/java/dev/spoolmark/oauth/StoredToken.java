package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token as it is stored.
///
/// @param generation number of refreshes before it
/// @param usedAt when a refresh token was exchanged
/// @param successorNonce set with `usedAt`
record StoredToken(
        String hash,
        UserId user,
        GrantId grant,
        boolean refresh,
        int generation,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable String successorNonce) {

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
