package dev.spoolmark.userstate;

import dev.spoolmark.rating.Score;
import org.jspecify.annotations.Nullable;

/// What one user has done with one item.
///
/// @param score null if the user has not rated the item
/// @param plays the number of plays; of a show or a season, where it was loaded, that of its episodes
/// @param isCollected of a show or a season, where it was loaded, whether any of its episodes is collected
public record UserItemState(@Nullable Score score, int plays, boolean isCollected, boolean isWatchlisted) {

    public boolean isWatched() {
        return plays > 0;
    }
}
