package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;

/// A new personal access token.
///
/// @param token to be shown once, since only its hash is stored
public record PersonalToken(StoredGrant grant, Secret token) {}
