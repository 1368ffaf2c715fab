package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.MediaId;

/// The result of adding a movie or show by an id at a source.
public sealed interface AddedItem {

    /// It is in the catalog now.
    ///
    /// @param isNew false if the catalog had it before
    record InCatalog(MediaId item, boolean isNew) implements AddedItem {}

    /// No source knows it.
    record Unknown() implements AddedItem {}

    /// It could not be looked up now, or the lookup takes longer than a request waits; then it is added later.
    record Unavailable() implements AddedItem {}

    /// The user, or all users together, have added or searched too often.
    record Limited() implements AddedItem {}
}
