package dev.spoolmark.api.v1;

import dev.spoolmark.stats.PersonCounts;
import dev.spoolmark.stats.PersonCounts.Count;
import dev.spoolmark.stats.PersonCounts.OfPlayed;
import dev.spoolmark.stats.PersonCounts.OfShows;
import dev.spoolmark.stats.PersonCounts.Opinions;
import dev.spoolmark.stats.PersonCounts.Plays;

/// The counts of a person in a v1 answer, under the names of 2011, which clients of 2014 still read (`user.md`,
/// user/profile).
final class V1PersonStats {

    private V1PersonStats() {}

    static V1Object of(PersonCounts counts) {
        OfPlayed episodes = counts.episodes();
        OfPlayed movies = counts.movies();
        return new V1Object()
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

    private static V1Object shows(OfShows shows) {
        V1Object told = new V1Object()
                .put("library", shows.library())
                .put("watched", shows.watched())
                .put("collection", shows.collection());
        return putOpinions(told, shows.opinions());
    }

    private static V1Object plays(Plays plays) {
        V1Object told = new V1Object();
        put(told, "watched", plays.all());
        put(told, "watched_trakt", plays.told());
        told.put("watched_elsewhere", plays.seen().plays());
        put(told, "scrobbles", plays.scrobbles());
        put(told, "checkins", plays.checkins());
        return told.put("seen", plays.seen().plays());
    }

    private static void put(V1Object told, String name, Count count) {
        told.put(name, count.plays()).put(name + "_unique", count.unique());
    }

    private static V1Object putShelf(V1Object told, OfPlayed played) {
        told.put("unwatched", played.shelf().unwatched())
                .put("collection", played.shelf().collection());
        return putOpinions(told, played.opinions());
    }

    private static V1Object putOpinions(V1Object told, Opinions opinions) {
        return told.put("shouts", opinions.comments())
                .put("loved", opinions.loved())
                .put("hated", opinions.hated());
    }
}
