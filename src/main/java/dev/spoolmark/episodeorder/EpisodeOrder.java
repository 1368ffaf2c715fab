package dev.spoolmark.episodeorder;

import dev.spoolmark.catalog.EpisodeSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/// An order of the episodes of a show.
public enum EpisodeOrder {

    /// By season and number; the specials come first.
    NUMBER,
    /// As they aired; those whose day nobody knows come last. Specials are among the others.
    AIR_DATE;

    private static final Comparator<EpisodeSummary> BY_NUMBER =
            Comparator.comparingInt(EpisodeSummary::season).thenComparingInt(EpisodeSummary::number);
    private static final Comparator<EpisodeSummary> BY_AIR_DATE = Comparator.comparing(EpisodeOrder::airTime)
            .thenComparing(EpisodeSummary::isSpecial)
            .thenComparing(BY_NUMBER);

    /// These episodes in this order.
    public List<EpisodeSummary> sort(List<EpisodeSummary> episodes) {
        return episodes.stream()
                .sorted(
                        switch (this) {
                            case NUMBER -> BY_NUMBER;
                            case AIR_DATE -> BY_AIR_DATE;
                        })
                .toList();
    }

    private static Instant airTime(EpisodeSummary episode) {
        Instant at = episode.airsAt();
        LocalDate day = episode.airDate();
        return at != null
                ? at
                : day == null ? Instant.MAX : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
