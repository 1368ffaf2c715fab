package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A play of a movie or an episode.
public record DatedPlay(MediaId item, Instant at) {}
