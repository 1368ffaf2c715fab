package dev.spoolmark.api.v1.model;

import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.stats.UserCounts;
import dev.spoolmark.stats.UserCounts.Count;
import dev.spoolmark.stats.UserCounts.ItemTypeCounts;
import dev.spoolmark.stats.UserCounts.OpinionCounts;
import dev.spoolmark.stats.UserCounts.Plays;
import dev.spoolmark.stats.UserCounts.ShowCounts;

/// The counts of a user in a response, with the names of 2011, which clients of 2014 still read
/// (`docs/spec/v1/user.md#userprofile`).
public final class V1UserStats {

    private V1UserStats() {}

    public static JsonObject of(UserCounts counts) {
        ItemTypeCounts episodes = counts.episodes();
        ItemTypeCounts movies = counts.movies();
        return new JsonObject()
                .put("friends", counts.friends())
                .put("shows", shows(counts.shows()))
                .put("episodes", putCollection(plays(episodes.plays()), episodes))
                .put(
                        "movies",
                        putCollection(
                                plays(movies.plays())
                                        .put("library", movies.collections().library()),
                                movies));
    }

    private static JsonObject shows(ShowCounts shows) {
        JsonObject json = new JsonObject()
                .put("library", shows.library())
                .put("watched", shows.watched())
                .put("collection", shows.collection());
        return putOpinionCounts(json, shows.opinions());
    }

    private static JsonObject plays(Plays plays) {
        JsonObject json = new JsonObject();
        put(json, "watched", plays.all());
        put(json, "watched_trakt", plays.reported());
        json.put("watched_elsewhere", plays.seen().plays());
        put(json, "scrobbles", plays.scrobbles());
        put(json, "checkins", plays.checkins());
        return json.put("seen", plays.seen().plays());
    }

    private static void put(JsonObject json, String name, Count count) {
        json.put(name, count.plays()).put(name + "_unique", count.unique());
    }

    private static JsonObject putCollection(JsonObject json, ItemTypeCounts played) {
        json.put("unwatched", played.collections().unwatched())
                .put("collection", played.collections().collection());
        return putOpinionCounts(json, played.opinions());
    }

    private static JsonObject putOpinionCounts(JsonObject json, OpinionCounts opinions) {
        return json.put("shouts", opinions.comments())
                .put("loved", opinions.loved())
                .put("hated", opinions.hated());
    }
}
