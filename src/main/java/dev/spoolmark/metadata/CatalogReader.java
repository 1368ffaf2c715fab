package dev.spoolmark.metadata;

import dev.spoolmark.catalog.CatalogItem;

/// Whoever takes what is read from a catalogue file. Lines are counted from 1.
public interface CatalogReader {

    void item(long line, CatalogItem item);

    /// Something there is no item; `reason` says what to change.
    void refused(long line, String reason);

    /// How much of the file has been read, in bytes.
    default void progress(long read, long total) {}
}
