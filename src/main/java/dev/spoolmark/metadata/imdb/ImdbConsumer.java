package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem;
import java.util.Optional;

/// Receives what is read from a folder of IMDb datasets.
public interface ImdbConsumer {

    /// A part of the work with this number of steps begins.
    void beginPart(String part, long steps);

    void progress(long steps);

    void item(SourceItem item);

    /// @param votes the number of ratings of the title
    void popularity(Kind kind, String tconst, int votes);

    /// A row cannot be read.
    void invalidRow(String file, long line, String reason);

    /// A value of a row cannot be read and counts as absent.
    default void invalidValue(String file, long line, String reason) {}

    /// @return the kind of the item with this id in the catalog, if its details are wanted
    Optional<Kind> kindOf(String tconst);

    /// Waits until everything passed before is in the catalog.
    void awaitImport();
}
