package dev.spoolmark.activity;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item of a user in a list.
///
/// @param since when it was added
/// @param count of a show whose episodes are the items of the user, how many these are; otherwise 1
/// @param rank position in the order of the user, may have gaps; 0 where there is none
/// @param entry unique number of the entry; the id of the item where entries have none
public record ListedItem(
        MediaId item,
        Instant since,
        int count,
        int rank,
        long entry,
        @Nullable String note) {}
