package dev.spoolmark.collection;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;

/// A show with its totals.
///
/// @param episodes the number of collected episodes
/// @param lastAt when the last of them was collected
public record CollectedShow(ShowId show, int episodes, Instant lastAt) {}
