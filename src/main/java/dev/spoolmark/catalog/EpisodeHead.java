package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The little of an episode that is held in memory for every episode of a show.
public record EpisodeHead(
        EpisodeId id,
        int season,
        int number,
        @Nullable String title,
        @Nullable LocalDate airDate,
        @Nullable Instant airsAt,
        @Nullable Long tvdb,
        boolean provisional) {

    public boolean isSpecial() {
        return season == 0;
    }

    /// Whether it is known to have aired by then. One without a date has not, as far as anybody knows.
    public boolean hasAired(Instant now) {
        return airsAt != null && !airsAt.isAfter(now);
    }
}
