/// Readers of the IMDb datasets: files with millions of titles, episodes and people, one per row.
///
/// Start with [dev.spoolmark.metadata.imdb.ImdbFolder].
@NullMarked
package dev.spoolmark.metadata.imdb;

import org.jspecify.annotations.NullMarked;
