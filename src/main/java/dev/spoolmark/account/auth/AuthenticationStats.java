package dev.spoolmark.account.auth;

/// What signing in has cost since the start, for those who watch over the server (`docs/scaling.md#metrics`).
///
/// @param recalled people let in without hashing, since they were known; nearly all of them, when all is well
/// @param hashed passwords that were hashed, right and wrong ones
/// @param waiting requests that wait to be hashed now
public record AuthenticationStats(long recalled, long hashed, int waiting) {}
