package dev.spoolmark.catalog.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the likely duplicates, in the order of titles.
///
/// @param next from which title key on the list continues; null at its end
public record DuplicatePage(
        List<DuplicatePair> pairs, @Nullable String next) {

    public DuplicatePage {
        pairs = List.copyOf(pairs);
    }
}
