package dev.spoolmark.lists;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item on a list.
///
/// @param id unique among all entries
/// @param rank position on the list, from 1; may have gaps
public record ListEntry(
        MediaId item,
        long id,
        int rank,
        Instant listedAt,
        @Nullable String note) {}
