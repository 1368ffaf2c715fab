package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeList;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Assigns episodes without a number to the stored episode of the same date, if there is exactly one on
/// either side. The others are reported.
public final class UnplacedEpisodeMatcher {

    private final ShowGuide guide;
    private final Set<Position> incoming;
    private final List<String> warnings = new ArrayList<>();
    private final Map<Integer, List<EpisodeItem>> matched = new TreeMap<>();

    private UnplacedEpisodeMatcher(ShowGuide guide, ShowItem show) {
        this.guide = guide;
        this.incoming = show.seasons().stream()
                .flatMap(season ->
                        season.episodes().stream().map(episode -> new Position(season.number(), episode.number())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private record Position(int season, int number) {}

    /// @param guide the show after the numbered episodes were imported
    public static UnplacedEpisodeMatcher of(ShowGuide guide, ShowItem show, List<UnplacedEpisode> loose) {
        UnplacedEpisodeMatcher placement = new UnplacedEpisodeMatcher(guide, show);
        for (UnplacedEpisode episode : loose) {
            day(episode, loose)
                    .flatMap(placement::counterpart)
                    .ifPresentOrElse(
                            match -> placement.put(match, episode),
                            () -> placement.warnings.add(episode.description() + " has no number and is left out"));
        }
        return placement;
    }

    /// @return the date, if no other loose episode has it
    private static Optional<LocalDate> day(UnplacedEpisode episode, List<UnplacedEpisode> loose) {
        return Optional.ofNullable(episode.facts().airDate())
                .filter(day -> loose.stream()
                                .filter(other -> day.equals(other.facts().airDate()))
                                .count()
                        == 1);
    }

    /// An episode that is in the list of the source is no counterpart.
    private Optional<EpisodeSummary> counterpart(LocalDate day) {
        List<EpisodeSummary> possible = guide.episodes().stream()
                .filter(episode -> day.equals(episode.airDate()))
                .filter(episode -> !incoming.contains(new Position(episode.season(), episode.number())))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    private void put(EpisodeSummary match, UnplacedEpisode episode) {
        matched.computeIfAbsent(match.season(), season -> new ArrayList<>())
                .add(new EpisodeItem(match.number(), episode.ids(), episode.facts()));
        incoming.add(new Position(match.season(), match.number()));
    }

    public Optional<SourceItem> list() {
        List<SeasonItem> seasons = matched.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
        return seasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new EpisodeList(guide.show().ids(), seasons));
    }

    /// @return the episodes that could not be assigned
    public List<String> warnings() {
        return warnings;
    }
}
