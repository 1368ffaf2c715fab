package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.catalog.CatalogItem;

/// Whoever takes what is read from a catalogue file. Lines are counted from 1.
public interface CatalogItemConsumer {

    void item(long line, CatalogItem item);

    /// Something there is no item; `reason` says what to change.
    void refused(long line, String reason);

    /// A value there cannot be read and counts as absent; the item is handed over without it.
    default void remark(long line, String remark) {}

    /// How much of the file has been read, in bytes.
    default void progress(long read, long total) {}
}
