package dev.spoolmark.openid;

import java.time.Instant;

/// An identity that is linked to an account.
///
/// @param label user name at the provider when it was linked; may be empty
public record LinkedIdentity(String label, Instant linkedAt) {}
