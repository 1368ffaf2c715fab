package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A thing somebody means to watch, and since when.
///
/// @param show the show that an episode belongs to, the show itself for a show, null for a movie
public record Listed(MediaId item, @Nullable ShowId show, Instant at) {}
