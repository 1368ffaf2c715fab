package dev.spoolmark.rewatch;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A further run of a user through a show.
///
/// @param item the show
/// @param run 2 for the first rewatch, 3 for the next one; rewatches that were undone do not count
/// @param startedAt plays before this time do not count in the progress of this run
public record Rewatch(MediaId item, int run, Instant startedAt) {}
