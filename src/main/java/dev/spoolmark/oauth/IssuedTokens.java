package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;
import java.time.Duration;
import java.time.Instant;

/// An access token and a refresh token. Both texts have 64 characters.
///
/// @param lifetime of the access token, from `createdAt` on
public record IssuedTokens(Secret accessToken, Secret refreshToken, Instant createdAt, Duration lifetime) {}
