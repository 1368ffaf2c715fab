package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.ValueLimits;
import org.jspecify.annotations.Nullable;

/// A reference to an episode. Its own ids decide if one of them is known, otherwise show, season and number.
///
/// @param season -1 if unknown; 0 is the season of specials
/// @param number -1 if unknown
/// @param id the id in this catalog
/// @param ids external ids of the episode itself
public record EpisodeRef(
        ShowRef show, int season, int number, @Nullable Long id, Ids ids) implements ItemRef {

    public EpisodeRef {
        id = InputCleaner.id(id);
    }

    public EpisodeRef(ShowRef show, int season, int number, Ids ids) {
        this(show, season, number, null, ids);
    }

    /// Other numberings are accepted, such as years for seasons.
    ///
    /// @return whether an unknown episode can be created from it (`docs/domain.md#unknown-titles`)
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
