package dev.spoolmark.lists;

/// The id of a list. It never changes, while name and slug may.
public record ListId(long value) {}
