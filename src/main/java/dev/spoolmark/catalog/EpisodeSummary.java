package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The part of an episode that is cached for every episode of a show.
public record EpisodeSummary(
        EpisodeId id,
        int season,
        int number,
        @Nullable String title,
        @Nullable LocalDate airDate,
        @Nullable Instant airsAt,
        @Nullable Long tvdb,
        boolean provisional)
        implements Airable {

    public boolean isSpecial() {
        return season == 0;
    }
}
