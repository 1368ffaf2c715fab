package dev.spoolmark.catalog;

/// The number of a person on screen or behind it. Unique over all kinds.
public record PersonId(long value) {}
