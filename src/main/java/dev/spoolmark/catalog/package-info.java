/// What exists to be watched: shows, seasons, episodes, movies, people, and the ids others give them.
///
/// Start with [dev.spoolmark.catalog.Catalog]; [dev.spoolmark.catalog.ingest.CatalogImport] takes in what sources say.
/// It
/// must not know who watches, nor how a dialect names things.
@NullMarked
package dev.spoolmark.catalog;

import org.jspecify.annotations.NullMarked;
