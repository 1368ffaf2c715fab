package dev.spoolmark.account;

/// What signing in has cost since the start, for those who watch over the server (`scale.md` 11).
///
/// @param recalled people let in without hashing, since they were known; nearly all of them, when all is well
/// @param hashed passwords that were hashed, right and wrong ones
/// @param waiting requests that wait to be hashed now
public record SignInLoad(long recalled, long hashed, int waiting) {}
