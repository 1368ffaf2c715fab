package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a list shows about an item of any kind but a person. Read with one statement for a whole page.
///
/// @param show the show of a show, season or episode; null for a movie
/// @param slug of the movie or show
/// @param title of the movie or show
/// @param year of the movie or show
/// @param poster URL at the source, of the movie or show
/// @param season number of the season; 0 for a movie or show
/// @param number of the episode; 0 for other kinds
/// @param episodeTitle null for other kinds, and if unknown
/// @param runtime in minutes; of an episode, its own or that of its show
public record ItemSummary(
        MediaId id,
        @Nullable ShowId show,
        String slug,
        String title,
        @Nullable Integer year,
        @Nullable String poster,
        int season,
        int number,
        @Nullable String episodeTitle,
        @Nullable Instant airsAt,
        @Nullable Integer runtime,
        boolean provisional) {

    public Kind kind() {
        return id.kind();
    }
}
