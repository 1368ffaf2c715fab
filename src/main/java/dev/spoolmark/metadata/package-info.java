/// Where the catalogue's facts come from, one reader for each source.
///
/// Start with [dev.spoolmark.metadata.jsonl.CatalogFile]. It must not know what the catalogue does with what it reads.
@NullMarked
package dev.spoolmark.metadata;

import org.jspecify.annotations.NullMarked;
