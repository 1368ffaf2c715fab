package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ShowFacts.Status;

/// Whether an episode that the catalogue does not know may well exist (`decisions.md` 2, "known show, unknown number").
///
/// What clients brought does not move the border, or each new number would open the way to the next thirty. Where the
/// list of a show is not known at all, any number is taken.
final class Plausible {

    private static final int WHERE_MORE_MAY_COME = 30;
    private static final int ELSEWHERE = 5;

    private final ShowGuide guide;

    Plausible(ShowGuide guide) {
        this.guide = guide;
    }

    boolean hasEpisode(int season, int number) {
        if (guide.show().provisional() || guide.episodes().stream().allMatch(EpisodeHead::provisional)) {
            return true;
        }
        return season <= lastSeason() + 1 && number <= lastNumber(season) + allowance(season);
    }

    private int allowance(int season) {
        boolean running = guide.show().facts().status() != Status.ENDED;
        return season == 0 || (running && season >= lastSeason()) ? WHERE_MORE_MAY_COME : ELSEWHERE;
    }

    private int lastSeason() {
        return guide.episodes().stream()
                .filter(episode -> !episode.provisional())
                .mapToInt(EpisodeHead::season)
                .max()
                .orElse(0);
    }

    private int lastNumber(int season) {
        return guide.episodesOf(season).stream()
                .filter(episode -> !episode.provisional())
                .mapToInt(EpisodeHead::number)
                .max()
                .orElse(0);
    }
}
