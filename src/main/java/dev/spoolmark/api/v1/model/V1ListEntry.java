package dev.spoolmark.api.v1.model;

import dev.spoolmark.api.v1.V1ItemPage;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.http.json.JsonObject;
import java.util.Optional;

/// An item of a list in a response: its type and the members of that type (`docs/spec/v1/user.md#userlist`).
/// Season and number of an episode are texts here.
public final class V1ListEntry {

    private V1ListEntry() {}

    /// Empty if the item no longer exists.
    public static Optional<JsonObject> of(MediaId item, V1ItemPage.Page media) {
        return switch (item) {
            case MovieId id -> media.movie(id).map(movie -> typed(item).put("movie", movie));
            case ShowId id -> media.show(id).map(show -> typed(item).put("show", show));
            case SeasonId id -> media.seasonAt(id).flatMap(season -> ofSeason(season, media));
            case EpisodeId id -> media.findEpisode(id).flatMap(episode -> ofEpisode(episode, media));
        };
    }

    private static Optional<JsonObject> ofSeason(Season season, V1ItemPage.Page media) {
        return media.showOf(season)
                .map(show -> typed(season.id()).put("show", show).put("season", Integer.toString(season.number())));
    }

    private static Optional<JsonObject> ofEpisode(Episode episode, V1ItemPage.Page media) {
        return media.episode(episode.id())
                .flatMap(json -> media.show(episode.show())
                        .map(show -> typed(episode.id())
                                .put("show", show)
                                .put("season", Integer.toString(episode.season()))
                                .put("episode_num", Integer.toString(episode.number()))
                                .put("episode", json)));
    }

    private static JsonObject typed(MediaId item) {
        return new JsonObject().put("type", item.kind().key());
    }
}
