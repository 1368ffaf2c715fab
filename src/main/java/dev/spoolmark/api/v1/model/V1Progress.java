package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.progress.PlayCounts;
import dev.spoolmark.progress.ProgressCount;
import dev.spoolmark.progress.SeasonProgress;
import dev.spoolmark.progress.ShowProgress;
import org.jspecify.annotations.Nullable;

/// Progress of a user in a show, in a response (`docs/spec/v1/user.md#userprogresswatched`).
public final class V1Progress {

    private V1Progress() {}

    /// @param showJson the show with the requested level of detail
    /// @param next the next episode; null results in `false` instead of an object
    public static JsonObject of(ShowProgress progress, JsonObject showJson, @Nullable Episode next, V1Links links) {
        return new JsonObject()
                .put("show", showJson)
                .put("progress", putCount(new JsonObject(), progress.count()))
                .put(
                        "seasons",
                        progress.seasons().stream().map(V1Progress::season).toList())
                .put("hidden_seasons", progress.hiddenSeasons())
                .put("stats", stats(progress.plays()))
                .put("next_episode", next == null ? false : next(progress.show(), next, links));
    }

    private static JsonObject season(SeasonProgress season) {
        JsonObject episodes = new JsonObject();
        season.steps()
                .forEach(step -> episodes.put(Integer.toString(step.episode().number()), step.done()));
        return putCount(new JsonObject().put("season", season.number()), season.count())
                .put("episodes", episodes);
    }

    private static JsonObject putCount(JsonObject object, ProgressCount count) {
        return object.put("percentage", count.percentage())
                .put("aired", count.aired())
                .put("completed", count.completed())
                .put("left", count.remaining());
    }

    private static JsonObject stats(PlayCounts plays) {
        return new JsonObject()
                .put("plays", plays.all())
                .put("scrobbles", plays.scrobbles())
                .put("checkins", plays.checkins())
                .put("seen", plays.seen());
    }

    private static JsonObject next(Show show, Episode episode, V1Links links) {
        return new JsonObject()
                .put("season", episode.season())
                .put("number", episode.number())
                .put("title", V1Values.orEmpty(episode.facts().title()))
                .put("first_aired", V1Times.midnight(episode.facts().airDate()))
                .put("images", V1Episode.images(show, episode, links));
    }
}
