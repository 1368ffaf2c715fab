package dev.spoolmark.userstate;

import dev.spoolmark.rating.Score;
import org.jspecify.annotations.Nullable;

/// What one user has done with one episode, for a grid of episodes.
///
/// @param plays the number of all plays
/// @param isWatched whether one of them counts in the current run: plays before the last rewatch do not
/// @param score null if the user has not rated it
public record EpisodeMark(
        int plays,
        boolean isWatched,
        boolean isCollected,
        @Nullable Score score) {

    public static final EpisodeMark NONE = new EpisodeMark(0, false, false, null);
}
