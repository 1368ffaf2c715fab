package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user has started to watch a show again.
///
/// @param run number of the run, from 2
public record RewatchRecord(
        RecordSource source,
        ImportedItem item,
        int run,
        @Nullable Instant at) implements ItemRecord {}
