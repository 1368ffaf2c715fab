/// Stores items of metadata sources and catalog files, and withdraws what they no longer give.
///
/// Start with [CatalogImport].
@NullMarked
package dev.spoolmark.catalog.ingest;

import org.jspecify.annotations.NullMarked;
