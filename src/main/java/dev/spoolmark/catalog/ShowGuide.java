package dev.spoolmark.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A show with all its seasons and summaries of all its episodes, in the order of their numbers. Specials
/// come first.
public final class ShowGuide {

    private static final int BYTES = 2_000;
    private static final int BYTES_OF_HEAD = 200;

    private final Show show;
    private final List<Season> seasons;
    private final List<EpisodeSummary> episodes;
    private final boolean listed;
    private final Map<Long, EpisodeSummary> byTvdb = new HashMap<>();

    /// @param seasons in the order of their numbers
    /// @param episodes in the order of their numbers
    public ShowGuide(Show show, List<Season> seasons, List<EpisodeSummary> episodes) {
        this.show = show;
        this.seasons = List.copyOf(seasons);
        this.episodes = List.copyOf(episodes);
        this.listed = !this.episodes.stream().allMatch(EpisodeSummary::provisional);
        for (EpisodeSummary episode : episodes) {
            Long tvdb = episode.tvdb();
            if (tvdb != null) {
                byTvdb.put(tvdb, episode);
            }
        }
    }

    public Show show() {
        return show;
    }

    public List<Season> seasons() {
        return seasons;
    }

    public List<EpisodeSummary> episodes() {
        return episodes;
    }

    public Optional<Season> season(int number) {
        return seasons.stream().filter(season -> season.number() == number).findFirst();
    }

    public List<EpisodeSummary> episodesOf(int season) {
        return episodes.subList(position(season, Integer.MIN_VALUE), position(season, Integer.MAX_VALUE));
    }

    public Optional<EpisodeSummary> episode(int season, int number) {
        int position = position(season, number);
        if (position == episodes.size()) {
            return Optional.empty();
        }
        EpisodeSummary episode = episodes.get(position);
        return episode.season() == season && episode.number() == number ? Optional.of(episode) : Optional.empty();
    }

    public Optional<EpisodeSummary> episodeByTvdb(long tvdb) {
        return Optional.ofNullable(byTvdb.get(tvdb));
    }

    /// @return the episodes that have aired at `now`, with or without the specials
    public List<EpisodeSummary> aired(Instant now, boolean specials) {
        return AiredRule.aired(episodes, show.facts().status(), now).stream()
                .filter(episode -> specials || !episode.isSpecial())
                .toList();
    }

    /// @return the episodes of a season that count in totals: those that a source or file lists, or all if no
    ///     source or file lists episodes of the show
    public List<EpisodeSummary> countedOf(int season) {
        return episodesOf(season).stream().filter(this::isCounted).toList();
    }

    /// @return whether the episode counts in totals
    public boolean isCounted(EpisodeSummary episode) {
        return !episode.provisional() || !listed;
    }

    /// @return about how many bytes it takes in memory
    public int weight() {
        int texts = episodes.stream().mapToInt(ShowGuide::titleLength).sum();
        String overview = show.facts().overview();
        return BYTES
                + BYTES_OF_HEAD * (episodes.size() + seasons.size())
                + texts
                + (overview == null ? 0 : 2 * overview.length());
    }

    private static int titleLength(EpisodeSummary episode) {
        String title = episode.title();
        return title == null ? 0 : 2 * title.length();
    }

    /// @return the index of the first episode with this or a later number
    private int position(int season, int number) {
        int low = 0;
        int high = episodes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(episodes.get(middle), season, number)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBefore(EpisodeSummary episode, int season, int number) {
        return episode.season() < season || (episode.season() == season && episode.number() < number);
    }
}
