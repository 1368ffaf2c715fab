/// Readers of metadata, one for each source.
///
/// Start with [dev.spoolmark.metadata.jsonl.CatalogFile]. Readers do not know how the catalog stores the
/// data.
@NullMarked
package dev.spoolmark.metadata;

import org.jspecify.annotations.NullMarked;
