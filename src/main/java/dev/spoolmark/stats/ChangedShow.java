package dev.spoolmark.stats;

import java.time.Instant;

/// A show that has a TVDB id, and when its facts last changed.
public record ChangedShow(long tvdb, Instant at) {}
