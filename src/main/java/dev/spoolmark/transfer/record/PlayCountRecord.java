package dev.spoolmark.transfer.record;

/// The user watched an item so many times in all, without saying when. Plays of the item with times count.
///
/// @param plays at least 1
public record PlayCountRecord(RecordSource source, ImportedItem item, int plays) implements ItemRecord {}
