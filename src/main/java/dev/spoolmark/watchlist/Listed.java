package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A thing somebody means to watch, and since when.
public record Listed(MediaId item, Instant at) {}
