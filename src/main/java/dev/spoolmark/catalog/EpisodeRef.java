package dev.spoolmark.catalog;

import dev.spoolmark.core.ValueLimits;

/// An episode as a client names it: its show, its number, and the ids of its own that were sent. An id that is known
/// decides which episode is meant.
public record EpisodeRef(ShowRef show, int season, int number, Ids ids) {

    /// Whether it says enough to be kept when nobody knows it (`docs/domain.md#unknown-titles`). Other numberings
    /// are kept whatever they are, such as years for seasons; only what no show can have is refused.
    public boolean isEnough() {
        return show.isEnough() && isInRange();
    }

    private boolean isInRange() {
        return season >= 0
                && season <= ValueLimits.LAST_NEW_SEASON
                && number >= 0
                && number <= ValueLimits.LAST_NEW_EPISODE;
    }
}
