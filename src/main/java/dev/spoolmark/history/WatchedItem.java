package dev.spoolmark.history;

/// A movie or an episode with the summary of its plays.
public record WatchedItem(Watchable item, WatchedSummary summary) {}
