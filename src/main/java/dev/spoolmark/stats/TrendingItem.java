package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId;

/// A thing that people watch these hours, and how many different people they are, whenever in these hours it was.
public record TrendingItem<I extends MediaId>(I item, int watchers) {}
