package dev.spoolmark.catalog;

/// A question about an item of the catalogue, taken by one node for a while.
///
/// @param attempts how often in a row nobody could be asked
public record SourceJob(MediaId item, Question question, int attempts) {}
