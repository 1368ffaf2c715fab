package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.history.Watchable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long things run: as the player says, else as the catalogue knows, else as usual (`decisions.md` 3).
final class Lengths {

    private static final Duration USUAL_MOVIE = Duration.ofHours(2);
    private static final Duration USUAL_EPISODE = Duration.ofMinutes(45);

    private final Catalog catalog;

    Lengths(Catalog catalog) {
        this.catalog = catalog;
    }

    /// How long it will take.
    Duration expected(Playback playback) {
        return Optional.ofNullable(playback.length())
                .or(() -> known(playback.item()))
                .orElse(playback.item().kind() == Kind.MOVIE ? USUAL_MOVIE : USUAL_EPISODE);
    }

    /// The least that a viewing takes: a 22-minute file of a 30-minute slot can be seen twice. Null when nobody knows.
    @Nullable
    Duration shortest(Playback playback) {
        return Stream.of(Optional.ofNullable(playback.length()), known(playback.item()))
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .orElse(null);
    }

    private Optional<Duration> known(Watchable item) {
        MediaId id = item.id();
        ShowId show = item.show();
        Integer minutes = show == null ? ofMovie(new MovieId(id.value())) : ofEpisode(new EpisodeId(id.value()), show);
        return Optional.ofNullable(minutes).map(Duration::ofMinutes);
    }

    private @Nullable Integer ofMovie(MovieId id) {
        Movie movie = catalog.movies(List.of(id)).get(id);
        return movie == null ? null : movie.facts().runtime();
    }

    private @Nullable Integer ofEpisode(EpisodeId id, ShowId show) {
        Episode episode = catalog.episodes(List.of(id)).get(id);
        return episode != null && episode.facts().runtime() != null
                ? episode.facts().runtime()
                : catalog.guide(show).show().facts().runtime();
    }
}
