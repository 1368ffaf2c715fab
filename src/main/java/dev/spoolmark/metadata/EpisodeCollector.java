package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects the episodes of one show from a source, by season and number.
///
/// The first episode with a number gets it. Others with the same number, and those without one, are unplaced.
/// Missing numbers are reported.
public final class EpisodeCollector {

    private final Map<Integer, NavigableMap<Integer, EpisodeItem>> seasons = new TreeMap<>();
    private final Map<Integer, SeasonItem> heads = new TreeMap<>();
    private final List<UnplacedEpisode> unplaced = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean complete = true;

    /// Adds facts of a season.
    public void head(SeasonItem season) {
        heads.put(season.number(), season);
    }

    public void put(int season, EpisodeItem episode) {
        EpisodeItem before =
                seasons.computeIfAbsent(season, number -> new TreeMap<>()).putIfAbsent(episode.number(), episode);
        if (before != null && !before.ids().equals(episode.ids())) {
            String title = episode.facts().title();
            String subject = String.format(
                    Locale.ROOT,
                    "%dx%02d%s, there a second time,",
                    season,
                    episode.number(),
                    title == null ? "" : " \"" + title + "\"");
            unplaced.add(new UnplacedEpisode(subject, episode.ids(), episode.facts()));
        }
    }

    public void special(@Nullable String title, EpisodeItem facts) {
        unplaced.add(new UnplacedEpisode(
                title == null ? "a special" : "special \"" + title + "\"", facts.ids(), facts.facts()));
    }

    /// Reports an episode that could not be read at all.
    public void unreadable(InvalidItemException invalid) {
        complete = false;
        warnings.add("an episode cannot be read and is left out: " + invalid.reason());
    }

    /// Reports that the source has more episodes than it provided.
    public void incomplete() {
        complete = false;
    }

    public void warning(String warning) {
        warnings.add(warning);
    }

    /// @return whether all episodes of the source are included
    public boolean isComplete() {
        return complete;
    }

    public List<SeasonItem> seasons() {
        heads.keySet().forEach(number -> seasons.computeIfAbsent(number, season -> new TreeMap<>()));
        return seasons.entrySet().stream()
                .map(season -> {
                    SeasonItem head = heads.getOrDefault(
                            season.getKey(), new SeasonItem(season.getKey(), Ids.NONE, null, List.of(), true));
                    return new SeasonItem(
                            season.getKey(),
                            head.ids(),
                            head.poster(),
                            List.copyOf(season.getValue().values()),
                            head.unreadable());
                })
                .toList();
    }

    public List<UnplacedEpisode> unplaced() {
        return unplaced;
    }

    public List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        seasons.forEach((season, episodes) ->
                NumberGaps.in(season, episodes.navigableKeySet()).ifPresent(all::add));
        return all;
    }
}
