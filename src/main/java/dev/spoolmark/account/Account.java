package dev.spoolmark.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One person as the server knows them, without whatever proves who they are.
///
/// `credVersion` rises whenever a credential dies; everything derived from one carries it
/// (`docs/security.md#sec-c7`).
public record Account(
        UserId id,
        String name,
        @Nullable String email,
        boolean isProtected,
        boolean vip,
        boolean admin,
        Profile profile,
        Preferences preferences,
        Instant joined,
        @Nullable Instant lastLogin,
        long credVersion) {}
