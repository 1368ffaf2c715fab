package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Seasons and episodes of the shows of an import by number, with the changes that have to be saved.
final class EpisodeIndex {

    private final Map<EpisodeKey, Season> seasons = new HashMap<>();
    private final Map<EpisodeKey, Episode> episodes = new HashMap<>();
    private final Map<EpisodeKey, Season> changedSeasons = new LinkedHashMap<>();
    private final Map<EpisodeKey, Episode> changedEpisodes = new LinkedHashMap<>();

    /// A season (number 0) or an episode (its number + 1, so that an episode 0 has a key, too).
    record EpisodeKey(ShowId show, int season, long number) {

        static EpisodeKey of(ShowId show, int season) {
            return new EpisodeKey(show, season, 0);
        }

        static EpisodeKey of(ShowId show, int season, int episode) {
            return new EpisodeKey(show, season, 1L + episode);
        }
    }

    /// Adds what is stored of these shows.
    void load(Tx tx, Collection<ShowId> shows) {
        SeasonStore.ofShows(tx, shows).values().forEach(all -> all.forEach(this::put));
        EpisodeStore.ofShows(tx, shows).values().forEach(all -> all.forEach(this::put));
    }

    @Nullable
    Season season(ShowId show, int number) {
        return seasons.get(EpisodeKey.of(show, number));
    }

    @Nullable
    Episode episode(ShowId show, int season, int number) {
        return episodes.get(EpisodeKey.of(show, season, number));
    }

    List<Episode> episodes() {
        return List.copyOf(episodes.values());
    }

    /// @return those of these shows that have episodes which are not provisional
    Set<ShowId> withEpisodes(Set<ShowId> shows) {
        return episodes.values().stream()
                .filter(episode -> !episode.provisional())
                .map(Episode::show)
                .filter(shows::contains)
                .collect(Collectors.toSet());
    }

    /// Whether no episode of the season is left but provisional ones, in the index of one show.
    boolean isWithoutEpisodes(int season) {
        return episodes.values().stream().allMatch(episode -> episode.season() != season || episode.provisional());
    }

    /// Adds or replaces a season.
    void change(Season season) {
        changedSeasons.put(put(season), season);
    }

    /// Adds or replaces an episode, which is saved with the time of this change.
    void change(Episode episode, Instant now) {
        changedEpisodes.put(put(episode), episode.changedAt(now));
    }

    /// Saves the changes.
    void save(Tx tx) {
        SeasonStore.save(tx, changedSeasons.values());
        EpisodeStore.save(tx, changedEpisodes.values());
    }

    private EpisodeKey put(Season season) {
        EpisodeKey key = EpisodeKey.of(season.show(), season.number());
        seasons.put(key, season);
        return key;
    }

    private EpisodeKey put(Episode episode) {
        EpisodeKey key = EpisodeKey.of(episode.show(), episode.season(), episode.number());
        episodes.put(key, episode);
        return key;
    }
}
