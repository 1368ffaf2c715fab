package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// Two items of one kind that may be the same: with the same folded title and year.
///
/// @param first the one that would remain: confirmed before provisional, then the older one
public record DuplicatePair(
        MediaId first,
        MediaId second,
        String title,
        @Nullable Integer year) {}
