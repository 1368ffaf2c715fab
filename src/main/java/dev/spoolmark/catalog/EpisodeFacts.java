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
        airDate = Given.date(airDate);
        airsAt = Given.instant(airsAt);
        runtime = Given.minutes(runtime);
        screen = Given.line(screen);
    }

    /// The fact of [#fields] that says when it airs.
    static final int AIRING = 1 << 2;

    /// The facts in the order of their bits; day and instant are one.
    @Nullable
    Object[] fields() {
        return new @Nullable Object[] {title, overview, airDate == null ? airsAt : airDate, runtime, screen};
    }

    /// The same without the facts of these bits.
    EpisodeFacts without(int taken) {
        return new EpisodeFacts(
                FieldBits.unless(taken, 0, title),
                FieldBits.unless(taken, 1, overview),
                FieldBits.unless(taken, 2, airDate),
                FieldBits.unless(taken, 2, airsAt),
                FieldBits.unless(taken, 3, runtime),
                FieldBits.unless(taken, 4, screen));
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
