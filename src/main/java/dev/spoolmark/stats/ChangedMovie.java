package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A movie, what names it, and when its facts last changed.
public record ChangedMovie(
        MovieId id,
        String slug,
        String title,
        @Nullable Integer year,
        @Nullable String imdb,
        @Nullable Long tmdb,
        Instant at) {}
