package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import java.util.Optional;

/// A thing on a list, in a v1 answer: its type, and what belongs to it (`user.md`, user/list). Season and number of an
/// episode are texts there.
final class V1Listed {

    private V1Listed() {}

    /// Empty when the thing is no longer there.
    static Optional<V1Object> of(MediaId item, V1Media.Page media) {
        return switch (item) {
            case MovieId id -> media.movie(id).map(movie -> typed(item).put("movie", movie));
            case ShowId id -> media.show(id).map(show -> typed(item).put("show", show));
            case SeasonId id -> media.seasonAt(id).flatMap(season -> ofSeason(season, media));
            case EpisodeId id -> media.episodeAt(id).flatMap(episode -> ofEpisode(episode, media));
        };
    }

    private static Optional<V1Object> ofSeason(Season season, V1Media.Page media) {
        return media.showOf(season)
                .map(show -> typed(season.id()).put("show", show).put("season", Integer.toString(season.number())));
    }

    private static Optional<V1Object> ofEpisode(Episode episode, V1Media.Page media) {
        return media.episode(episode.id())
                .flatMap(told -> media.show(episode.show())
                        .map(show -> typed(episode.id())
                                .put("show", show)
                                .put("season", Integer.toString(episode.season()))
                                .put("episode_num", Integer.toString(episode.number()))
                                .put("episode", told)));
    }

    private static V1Object typed(MediaId item) {
        return new V1Object().put("type", item.kind().word());
    }
}
