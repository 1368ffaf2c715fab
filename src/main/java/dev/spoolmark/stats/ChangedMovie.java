package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A movie with its ids and the time of its last change.
public record ChangedMovie(
        MovieId id,
        String slug,
        String title,
        @Nullable Integer year,
        @Nullable String imdb,
        @Nullable Long tmdb,
        Instant at) {}
