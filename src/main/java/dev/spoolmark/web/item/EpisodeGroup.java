package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.episodeorder.EpisodeOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Episodes under one heading on the page of a show: a season, or a year if they are ordered by air date.
///
/// @param number of the season or the year; 0 for the specials and for unknown years
/// @param season null for a year
/// @param episodes in the order of the viewer
record EpisodeGroup(int number, @Nullable Season season, List<EpisodeSummary> episodes) {

    private static final Comparator<Season> SPECIALS_LAST =
            Comparator.comparing((Season season) -> season.number() == 0).thenComparingInt(Season::number);
    private static final int NO_YEAR = Integer.MAX_VALUE;

    EpisodeGroup {
        episodes = List.copyOf(episodes);
    }

    /// @param episodes those that the viewer may see
    static List<EpisodeGroup> of(EpisodeOrder order, List<Season> seasons, List<EpisodeSummary> episodes) {
        return switch (order) {
            case NUMBER -> bySeason(seasons, episodes);
            case AIR_DATE -> byYear(order.sort(episodes));
        };
    }

    /// The specials last.
    private static List<EpisodeGroup> bySeason(List<Season> seasons, List<EpisodeSummary> episodes) {
        Map<Integer, List<EpisodeSummary>> found =
                episodes.stream().collect(Collectors.groupingBy(EpisodeSummary::season));
        return seasons.stream()
                .filter(season -> !season.provisional() || found.containsKey(season.number()))
                .sorted(SPECIALS_LAST)
                .map(season ->
                        new EpisodeGroup(season.number(), season, found.getOrDefault(season.number(), List.of())))
                .toList();
    }

    private static List<EpisodeGroup> byYear(List<EpisodeSummary> inOrder) {
        Map<Integer, List<EpisodeSummary>> found = new TreeMap<>();
        inOrder.forEach(episode ->
                found.computeIfAbsent(year(episode), year -> new ArrayList<>()).add(episode));
        return found.entrySet().stream()
                .map(entry -> new EpisodeGroup(entry.getKey() == NO_YEAR ? 0 : entry.getKey(), null, entry.getValue()))
                .toList();
    }

    private static int year(EpisodeSummary episode) {
        LocalDate day = episode.airDate();
        Instant at = episode.airsAt();
        return day != null
                ? day.getYear()
                : at == null ? NO_YEAR : at.atZone(ZoneOffset.UTC).getYear();
    }
}
