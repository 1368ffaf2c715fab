package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.FieldSet;
import dev.spoolmark.catalog.ingest.InputCleaner;
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
        title = InputCleaner.proseLine(title);
        overview = InputCleaner.prose(overview);
        airDate = InputCleaner.date(airDate);
        airsAt = InputCleaner.instant(airsAt);
        runtime = InputCleaner.minutes(runtime);
        screen = InputCleaner.line(screen);
    }

    /// The fact of [#fields] that says when it airs.
    static final int AIRING = 1 << 2;

    /// The facts in the order of their bits; day and instant are one.
    @Nullable
    public Object[] fields() {
        return new @Nullable Object[] {title, overview, airDate == null ? airsAt : airDate, runtime, screen};
    }

    /// The same without the facts of these bits.
    public EpisodeFacts without(int taken) {
        return new EpisodeFacts(
                FieldSet.unless(taken, 0, title),
                FieldSet.unless(taken, 1, overview),
                FieldSet.unless(taken, 2, airDate),
                FieldSet.unless(taken, 2, airsAt),
                FieldSet.unless(taken, 3, runtime),
                FieldSet.unless(taken, 4, screen));
    }

    public EpisodeFacts merge(EpisodeFacts newer) {
        return new EpisodeFacts(
                FactMerge.newer(title, newer.title),
                FactMerge.newer(overview, newer.overview),
                FactMerge.newer(airDate, newer.airDate),
                FactMerge.newer(airsAt, newer.airsAt),
                FactMerge.newer(runtime, newer.runtime),
                FactMerge.newer(screen, newer.screen));
    }

    /// The day from the instant, or the instant from the day, as the show airs.
    public EpisodeFacts completedBy(Broadcast broadcast) {
        LocalDate day = airDate == null && airsAt != null ? broadcast.dayOf(airsAt) : airDate;
        Instant instant = airsAt == null && day != null ? broadcast.instantOn(day) : airsAt;
        return new EpisodeFacts(title, overview, day, instant, runtime, screen);
    }
}
