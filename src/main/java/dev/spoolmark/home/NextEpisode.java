package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.progress.UpNextShow;
import org.jspecify.annotations.Nullable;

/// The next episode of a show that the user watches.
///
/// @param show what is left of it, with this episode
public record NextEpisode(ItemSummary episode, UpNextShow show) {

    /// In minutes, of the episode or of its show; null if unknown.
    public @Nullable Integer runtime() {
        return episode.runtime();
    }
}
