/// Stores items of metadata sources and catalog files, and withdraws what they no longer provide.
///
/// Withdrawn means that the primary source provided it before and no longer does. A withdrawn fact is cleared. A
/// withdrawn season or episode becomes provisional: only users with data about it still see it.
///
/// Start with [CatalogImport].
@NullMarked
package dev.spoolmark.catalog.ingest;

import org.jspecify.annotations.NullMarked;
