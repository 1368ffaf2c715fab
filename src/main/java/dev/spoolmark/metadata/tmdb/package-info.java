/// Looks up movies and shows in the TMDB API.
@NullMarked
package dev.spoolmark.metadata.tmdb;

import org.jspecify.annotations.NullMarked;
