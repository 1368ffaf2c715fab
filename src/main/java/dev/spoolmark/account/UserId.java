package dev.spoolmark.account;

/// The id of a user. It never changes, while the name may.
public record UserId(long value) {}
