package dev.spoolmark.rating;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A score that stands, and since when.
public record Rating(MediaId item, Score score, Instant at) {}
