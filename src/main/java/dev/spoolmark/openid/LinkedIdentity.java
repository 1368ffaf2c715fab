package dev.spoolmark.openid;

import java.time.Instant;

/// An identity that is linked to an account.
///
/// @param issuer identifier of the provider
/// @param label user name at the provider when it was linked; may be empty
public record LinkedIdentity(String issuer, String label, Instant linkedAt) {}
