package dev.spoolmark.account;

/// The number of a person. It never changes, while a name may.
public record UserId(long value) {}
