package dev.spoolmark.transfer.record;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayIdentity;
import dev.spoolmark.history.WatchedTime;
import org.jspecify.annotations.Nullable;

/// The user watched an item.
///
/// @param action how it was recorded
/// @param identity in an export of this server; null in others
public record PlayRecord(
        RecordSource source,
        ImportedItem item,
        WatchedTime time,
        PlayAction action,
        @Nullable PlayIdentity identity) implements ItemRecord {

    public PlayRecord(RecordSource source, ImportedItem item, WatchedTime time, PlayAction action) {
        this(source, item, time, action, null);
    }
}
