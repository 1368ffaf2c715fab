package dev.spoolmark.activity;

import java.time.Instant;

/// A removal, or an addition, that can be undone for 10 minutes.
///
/// @param at identifies it among the removals of the user
/// @param items how many were removed or added
public record Removal(Instant at, int items) {}
