package dev.spoolmark.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account in the list of administrators.
///
/// @param isActive false if the account is disabled
public record AccountSummary(
        UserId id,
        String name,
        @Nullable String email,
        boolean admin,
        boolean isActive,
        Instant joined,
        @Nullable Instant lastLogin) {}
