package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.catalog.ingest.SourceItem;

/// Receives what is read from a catalog file. Lines are counted from 1.
public interface SourceItemConsumer {

    void item(long line, SourceItem item);

    /// A line is not a valid item; `reason` says what to change.
    void rejected(long line, String reason);

    /// A value cannot be read and counts as absent.
    default void warning(long line, String warning) {}

    /// The number of bytes read so far.
    default void progress(long read, long total) {}
}
