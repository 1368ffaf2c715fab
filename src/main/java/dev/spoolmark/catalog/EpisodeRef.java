package dev.spoolmark.catalog;

import dev.spoolmark.kernel.Bounds;
import org.jspecify.annotations.Nullable;

/// An episode as a client names it: its show, its number, and perhaps an id of its own.
public record EpisodeRef(
        ShowRef show, int season, int number, @Nullable Long tvdb) {

    public EpisodeRef {
        tvdb = Given.id(tvdb);
    }

    /// Whether it says enough to be kept when nobody knows it (`decisions.md` 2).
    public boolean isEnough() {
        return show.isEnough() && isInRange();
    }

    private boolean isInRange() {
        return season >= 0 && season <= Bounds.LAST_SEASON && number >= 0 && number <= Bounds.LAST_EPISODE;
    }
}
