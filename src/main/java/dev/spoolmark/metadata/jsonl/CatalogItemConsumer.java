package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.catalog.CatalogItem;

/// Receives what is read from a catalog file. Lines are counted from 1.
public interface CatalogItemConsumer {

    void item(long line, CatalogItem item);

    /// A line is not a valid item; `reason` says what to change.
    void refused(long line, String reason);

    /// A value cannot be read and counts as absent.
    default void remark(long line, String remark) {}

    /// The number of bytes read so far.
    default void progress(long read, long total) {}
}
