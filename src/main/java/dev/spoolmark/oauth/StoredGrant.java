package dev.spoolmark.oauth;

import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A grant as it is stored: a connected application, or a personal access token.
///
/// @param clientId null for a personal access token
/// @param name of a personal access token
/// @param credVersion of the account when the grant was made; it is dead when that of the account is another
/// @param expiresAt when the last of its tokens expires; null for never
/// @param lastUsedAt to the hour; null when it was not used yet
public record StoredGrant(
        UserId user,
        GrantId id,
        @Nullable String clientId,
        @Nullable String name,
        Set<Permission> scopes,
        long credVersion,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public StoredGrant {
        scopes = Set.copyOf(scopes);
    }

    public boolean isPersonal() {
        return clientId == null;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
