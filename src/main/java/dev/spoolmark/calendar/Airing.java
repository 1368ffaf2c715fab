package dev.spoolmark.calendar;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An episode of a show that airs on a day: the day where it airs, never shifted to where somebody looks.
///
/// @param at null when the time of day is not known
public record Airing(
        LocalDate day, @Nullable Instant at, ShowId show, String title, int season, int number, EpisodeId episode) {

    private static final Comparator<@Nullable Instant> UNKNOWN_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /// Day by day, and within a day as it is watched: by the moment, then by title and number.
    static final Comparator<Airing> IN_ORDER = Comparator.comparing(Airing::day)
            .thenComparing(Airing::at, UNKNOWN_LAST)
            .thenComparing(Airing::title)
            .thenComparingInt(Airing::season)
            .thenComparingInt(Airing::number)
            .thenComparingLong(airing -> airing.episode().value());
}
