package dev.spoolmark.transfer.record;

import dev.spoolmark.hidden.HiddenSection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user does not want to see an item in a part of the pages.
///
/// @param at null if unknown
public record HiddenRecord(
        RecordSource source,
        ImportedItem item,
        HiddenSection section,
        @Nullable Instant at) implements ItemRecord {}
