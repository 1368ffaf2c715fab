package dev.spoolmark.account.auth;

/// Counts of sign-ins since the start of the server (`docs/scaling.md#metrics`).
///
/// @param cacheHits sign-ins from the cache, without hashing; normally nearly all of them
/// @param hashed passwords that were hashed, correct and wrong ones
/// @param waiting requests that wait for a hash now
public record AuthenticationStats(long cacheHits, long hashed, int waiting) {}
