package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId;

/// A trending item, and the number of different users who watched it within the time window.
public record TrendingItem<I extends MediaId>(I item, int watchers) {}
