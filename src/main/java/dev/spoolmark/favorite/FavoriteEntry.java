package dev.spoolmark.favorite;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A favourite of a user.
///
/// @param item a movie or a show
/// @param id unique among all entries
/// @param rank position among the favourites; may have gaps
public record FavoriteEntry(
        MediaId item,
        long id,
        int rank,
        Instant listedAt,
        @Nullable String note) {}
