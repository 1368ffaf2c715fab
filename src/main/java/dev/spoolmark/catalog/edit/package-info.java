/// Facts of items that administrators edit by hand, and what keeps sources from changing them.
///
/// Start with [dev.spoolmark.catalog.edit.CatalogEditor].
@NullMarked
package dev.spoolmark.catalog.edit;

import org.jspecify.annotations.NullMarked;
