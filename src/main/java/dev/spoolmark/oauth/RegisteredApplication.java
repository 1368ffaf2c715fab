package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;
import org.jspecify.annotations.Nullable;

/// A new application, or one with a new secret.
///
/// @param clientSecret to be shown once, since only its hash is stored; null for a public client
public record RegisteredApplication(
        OAuthApplication application, @Nullable Secret clientSecret) {}
