package dev.spoolmark.rewatch;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// One of the rewatches of a user, as an export lists them.
///
/// @param number ascending for each show, with gaps
public record RewatchEntry(MediaId item, int number, Instant startedAt) {}
