package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item on a watchlist.
///
/// @param id unique among all entries
/// @param rank position on the watchlist, from 1; may have gaps
public record WatchlistEntry(
        MediaId item,
        long id,
        int rank,
        Instant listedAt,
        @Nullable String note) {}
