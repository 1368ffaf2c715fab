package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.FactMerge;
import org.jspecify.annotations.Nullable;

/// A season of a show. Number 0 holds the specials.
public record Season(
        SeasonId id,
        ShowId show,
        int number,
        Ids ids,
        @Nullable String poster,
        boolean provisional) {

    /// @return this season merged with another
    public Season mergedWith(Season other, Ids merged) {
        return new Season(
                id, show, number, merged, FactMerge.newer(other.poster, poster), provisional && other.provisional);
    }

    /// @return this season after its source stopped listing its episodes
    public Season withdrawn() {
        return new Season(id, show, number, ids, poster, true);
    }

    /// @return what remains of this season after a merge into another
    public Season stub() {
        return new Season(id, show, number, Ids.NONE, null, true);
    }
}
