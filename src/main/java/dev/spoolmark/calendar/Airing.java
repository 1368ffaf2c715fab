package dev.spoolmark.calendar;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An episode of a show with its air date at the place of broadcast, which does not depend on the time zone of
/// the user.
///
/// @param at null if the time of day is unknown
public record Airing(
        LocalDate day, @Nullable Instant at, ShowId show, String title, int season, int number, EpisodeId episode) {

    private static final Comparator<@Nullable Instant> UNKNOWN_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /// Ordered by day, then by time, title and number.
    public static final Comparator<Airing> BY_TIME = Comparator.comparing(Airing::day)
            .thenComparing(Airing::at, UNKNOWN_LAST)
            .thenComparing(Airing::title)
            .thenComparingInt(Airing::season)
            .thenComparingInt(Airing::number)
            .thenComparingLong(airing -> airing.episode().value());
}
