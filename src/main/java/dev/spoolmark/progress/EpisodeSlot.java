package dev.spoolmark.progress;

import dev.spoolmark.catalog.AirTimes;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An episode's place in its show, and when it airs; null when nobody knows.
public record EpisodeSlot(
        EpisodeId id, int season, int number, @Nullable Instant airsAt, boolean provisional) implements AirTimes {}
