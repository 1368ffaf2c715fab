package dev.spoolmark.rating;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// A new score for an item, or the removal of the score.
///
/// @param score null to remove the score
public record RatingChange(MediaId item, @Nullable Score score) {

    public boolean isRemoval() {
        return score == null;
    }
}
