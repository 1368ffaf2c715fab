package dev.spoolmark.collection;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A movie or an episode in a collection.
///
/// @param show null for a movie
public record CollectedItem(MediaId item, @Nullable ShowId show, Instant collectedAt, CollectedDetails details) {}
