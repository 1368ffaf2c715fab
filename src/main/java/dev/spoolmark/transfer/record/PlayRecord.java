package dev.spoolmark.transfer.record;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;

/// The user watched an item.
///
/// @param action how it was recorded
public record PlayRecord(RecordSource source, ImportedItem item, WatchedTime time, PlayAction action)
        implements ItemRecord {}
