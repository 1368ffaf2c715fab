package dev.spoolmark.lists;

/// The number of a list. It never changes, while name and slug may.
public record ListId(long value) {}
