/// Movies, shows, seasons, episodes and people, with their external ids.
///
/// Start with [dev.spoolmark.catalog.Catalog]; [dev.spoolmark.catalog.ingest.CatalogImport] stores what
/// sources provide. The catalog knows neither users nor the names that an API uses.
@NullMarked
package dev.spoolmark.catalog;

import org.jspecify.annotations.NullMarked;
