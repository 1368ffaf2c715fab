/// Stores what metadata sources and catalogue files say about items, and takes back what they no longer say.
///
/// Start with [CatalogImport].
@NullMarked
package dev.spoolmark.catalog.ingest;

import org.jspecify.annotations.NullMarked;
