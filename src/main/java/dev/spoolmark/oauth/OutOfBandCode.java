package dev.spoolmark.oauth;

import java.time.Instant;

/// A code that a user types into an application.
///
/// @param expiresAt 10 minutes after the user approved
public record OutOfBandCode(OAuthApplication application, Instant expiresAt) {}
