/// IMDb's data sets: files of a folder in which millions of titles, episodes and people stand, a row each.
///
/// Start with [dev.spoolmark.metadata.imdb.ImdbFolder]. It must not know what becomes of what it reads.
@NullMarked
package dev.spoolmark.metadata.imdb;

import org.jspecify.annotations.NullMarked;
