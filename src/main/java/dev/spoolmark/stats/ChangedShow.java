package dev.spoolmark.stats;

import java.time.Instant;

/// A show with a TVDB id, and the time of its last change.
public record ChangedShow(long tvdb, Instant at) {}
