package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import org.jspecify.annotations.Nullable;

/// The next episode of a show that the user watches.
///
/// @param remaining the number of aired episodes that the user has not watched, with this one
/// @param runtime in minutes, null if unknown
public record NextEpisode(
        ItemSummary episode, int remaining, @Nullable Integer runtime) {}
