package dev.spoolmark.catalog;

/// A reference to an item as a client sends it, not yet resolved. References that are equal resolve to the same
/// item.
public sealed interface ItemRef permits TitleRef, SeasonRef, EpisodeRef {}
