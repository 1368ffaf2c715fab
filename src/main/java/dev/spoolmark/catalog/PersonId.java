package dev.spoolmark.catalog;

/// The id of a person. Unique over all kinds.
public record PersonId(long value) {}
