package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.MediaId;

/// A lookup of an item, leased by one node.
///
/// @param attempts how often in a row no source could be queried
public record SourceJob(MediaId item, SourceQuery query, int attempts) {}
