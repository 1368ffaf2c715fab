package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Scheduled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An episode's place in its show, and when it airs; null when nobody knows.
public record Slot(
        EpisodeId id, int season, int number, @Nullable Instant airsAt, boolean provisional) implements Scheduled {}
