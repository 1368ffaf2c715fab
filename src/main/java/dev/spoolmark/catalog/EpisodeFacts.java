package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.FieldBits;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Descriptive metadata of an episode. The date is that of the broadcast, in the zone of the show; the runtime is in
/// minutes.
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

    /// The bit of the air date in [#fields].
    static final int AIRING = 1 << 2;

    /// @return the facts in the order of their bits; date and instant share one bit
    @Nullable
    public Object[] fields() {
        return new @Nullable Object[] {title, overview, airDate == null ? airsAt : airDate, runtime, screen};
    }

    /// @return these facts without those of the given bits
    public EpisodeFacts without(int withdrawn) {
        return new EpisodeFacts(
                FieldBits.unless(withdrawn, 0, title),
                FieldBits.unless(withdrawn, 1, overview),
                FieldBits.unless(withdrawn, 2, airDate),
                FieldBits.unless(withdrawn, 2, airsAt),
                FieldBits.unless(withdrawn, 3, runtime),
                FieldBits.unless(withdrawn, 4, screen));
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

    /// Computes the date from the instant, or the instant from the date, by the time slot of the show.
    public EpisodeFacts completedBy(Broadcast broadcast) {
        LocalDate day = airDate == null && airsAt != null ? broadcast.dayOf(airsAt) : airDate;
        Instant instant = airsAt == null && day != null ? broadcast.instantOn(day) : airsAt;
        return new EpisodeFacts(title, overview, day, instant, runtime, screen);
    }
}
