package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.record.ImportRecord;
import org.jspecify.annotations.Nullable;

/// A record whose item was found.
///
/// @param item null for a record that has none, such as a list
record ResolvedRecord(
        long number, ImportRecord record, @Nullable FoundItem item) {

    RecordType type() {
        return RecordType.of(record);
    }

    /// @throws IllegalStateException if it has no item
    FoundItem requireItem() {
        if (item == null) {
            throw new IllegalStateException("record " + number + " has no item");
        }
        return item;
    }
}
