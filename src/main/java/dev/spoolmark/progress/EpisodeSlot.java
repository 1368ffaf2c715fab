package dev.spoolmark.progress;

import dev.spoolmark.catalog.Airable;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Season and number of an episode, and its air time; null if unknown.
public record EpisodeSlot(
        EpisodeId id, int season, int number, @Nullable Instant airsAt, boolean provisional) implements Airable {}
