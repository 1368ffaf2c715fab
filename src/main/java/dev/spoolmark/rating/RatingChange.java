package dev.spoolmark.rating;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// What a person says of one thing now: a score, or that they take their score back.
///
/// @param score null to withdraw
public record RatingChange(MediaId item, @Nullable Score score) {

    public boolean isRemoval() {
        return score == null;
    }
}
