package dev.spoolmark.api.v1.model;

import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.stats.UserCounts;
import dev.spoolmark.stats.UserCounts.Count;
import dev.spoolmark.stats.UserCounts.OfPlayed;
import dev.spoolmark.stats.UserCounts.OfShows;
import dev.spoolmark.stats.UserCounts.Opinions;
import dev.spoolmark.stats.UserCounts.Plays;

/// The counts of a person in a v1 answer, under the names of 2011, which clients of 2014 still read
/// (`docs/spec/v1/user.md#userprofile`).
public final class V1UserStats {

    private V1UserStats() {}

    public static JsonObject of(UserCounts counts) {
        OfPlayed episodes = counts.episodes();
        OfPlayed movies = counts.movies();
        return new JsonObject()
                .put("friends", counts.friends())
                .put("shows", shows(counts.shows()))
                .put("episodes", putShelf(plays(episodes.plays()), episodes))
                .put(
                        "movies",
                        putShelf(
                                plays(movies.plays())
                                        .put("library", movies.shelf().library()),
                                movies));
    }

    private static JsonObject shows(OfShows shows) {
        JsonObject json = new JsonObject()
                .put("library", shows.library())
                .put("watched", shows.watched())
                .put("collection", shows.collection());
        return putOpinions(json, shows.opinions());
    }

    private static JsonObject plays(Plays plays) {
        JsonObject json = new JsonObject();
        put(json, "watched", plays.all());
        put(json, "watched_trakt", plays.told());
        json.put("watched_elsewhere", plays.seen().plays());
        put(json, "scrobbles", plays.scrobbles());
        put(json, "checkins", plays.checkins());
        return json.put("seen", plays.seen().plays());
    }

    private static void put(JsonObject json, String name, Count count) {
        json.put(name, count.plays()).put(name + "_unique", count.unique());
    }

    private static JsonObject putShelf(JsonObject json, OfPlayed played) {
        json.put("unwatched", played.shelf().unwatched())
                .put("collection", played.shelf().collection());
        return putOpinions(json, played.opinions());
    }

    private static JsonObject putOpinions(JsonObject json, Opinions opinions) {
        return json.put("shouts", opinions.comments())
                .put("loved", opinions.loved())
                .put("hated", opinions.hated());
    }
}
