package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import java.time.Instant;

/// An item on the first page.
///
/// @param at when it was watched, paused or added
/// @param progress of a resume point in 1/100 %; 0 elsewhere
public record HomeItem(ItemSummary item, Instant at, int progress) {}
