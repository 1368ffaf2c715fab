package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// A movie or show that a source names in a search; it need not be in the catalog.
///
/// @param source the name of the source
/// @param ids with at least the id at this source
public record SourceTitle(
        String source,
        Kind kind,
        Ids ids,
        String title,
        @Nullable Integer year) {}
