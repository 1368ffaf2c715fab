package dev.spoolmark.userstate;

import dev.spoolmark.rating.Score;
import org.jspecify.annotations.Nullable;

/// What one user has done with one episode, for a grid of episodes.
///
/// @param score null if the user has not rated it
public record EpisodeMark(
        int plays, boolean isCollected, @Nullable Score score) {

    public static final EpisodeMark NONE = new EpisodeMark(0, false, null);

    public boolean isWatched() {
        return plays > 0;
    }
}
