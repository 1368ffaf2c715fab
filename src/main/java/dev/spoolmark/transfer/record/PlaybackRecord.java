package dev.spoolmark.transfer.record;

import java.time.Instant;

/// The user stopped watching an item in the middle.
///
/// @param percent from 0 to 100
public record PlaybackRecord(RecordSource source, ImportedItem item, double percent, Instant at)
        implements ItemRecord {}
