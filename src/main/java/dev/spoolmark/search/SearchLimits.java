package dev.spoolmark.search;

/// How many hits of each kind a search returns at most.
///
/// @param titles movies, and as many shows
public record SearchLimits(int titles, int people, int users) {}
