package dev.spoolmark.stats;

/// The number of rows of all users and of the catalog, for administrators.
public record ServerCounts(long movies, long shows, long episodes, long plays) {}
