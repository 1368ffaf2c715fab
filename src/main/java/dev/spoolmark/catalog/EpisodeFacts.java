package dev.spoolmark.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known about an episode beside its number. The day is the one where it airs; the runtime is in minutes.
public record EpisodeFacts(
        @Nullable String title,
        @Nullable String overview,
        @Nullable LocalDate airDate,
        @Nullable Instant airsAt,
        @Nullable Integer runtime,
        @Nullable String screen) {

    public static final EpisodeFacts NONE = new EpisodeFacts(null, null, null, null, null, null);

    public EpisodeFacts {
        title = Given.proseLine(title);
        overview = Given.prose(overview);
        runtime = Given.positive(runtime);
        screen = Given.line(screen);
    }

    EpisodeFacts merge(EpisodeFacts newer) {
        return new EpisodeFacts(
                Facts.newer(title, newer.title),
                Facts.newer(overview, newer.overview),
                Facts.newer(airDate, newer.airDate),
                Facts.newer(airsAt, newer.airsAt),
                Facts.newer(runtime, newer.runtime),
                Facts.newer(screen, newer.screen));
    }

    /// The day from the instant, or the instant from the day, as the show airs.
    EpisodeFacts completedBy(Broadcast broadcast) {
        LocalDate day = airDate == null && airsAt != null ? broadcast.dayOf(airsAt) : airDate;
        Instant instant = airsAt == null && day != null ? broadcast.instantOn(day) : airsAt;
        return new EpisodeFacts(title, overview, day, instant, runtime, screen);
    }
}
