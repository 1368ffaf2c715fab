package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.MediaId;

/// A question about an item of the catalogue, taken by one node for a while.
///
/// @param attempts how often in a row nobody could be asked
public record SourceJob(MediaId item, SourceQuery question, int attempts) {}
