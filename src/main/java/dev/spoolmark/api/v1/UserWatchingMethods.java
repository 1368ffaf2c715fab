package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.scrobble.Watching;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.Optional;

/// `user/watching`: what one person watches right now.
final class UserWatchingMethods {

    private final V1People people;
    private final Scrobbles scrobbles;
    private final Catalog catalog;

    UserWatchingMethods(V1People people, Scrobbles scrobbles, Catalog catalog) {
        this.people = people;
        this.scrobbles = scrobbles;
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        v1.get("/user/watching.json/{apikey}/{username}", OPTIONAL, PERSON, this::watching);
    }

    // GET user/watching

    /// Nothing is an empty list, since clients know that from an object.
    private Reply watching(Call<NoBody> call) {
        V1Links links = new V1Links(call.base());
        return V1Words.ok(
                people.look(call).<Object>map(sight -> of(sight, links)).orElse(List.of()));
    }

    /// What somebody watches, as other answers have it, too.
    Object of(Sight sight, V1Links links) {
        Optional<V1Object> told = scrobbles.watching(sight).flatMap(watching -> told(watching, links));
        return told.<Object>map(object -> object).orElse(List.of());
    }

    private Optional<V1Object> told(Watching watching, V1Links links) {
        V1Object object = new V1Object()
                .put("type", watching.item().kind().word())
                .put("action", watching.checkin() ? "checkin" : "watching");
        return switch (watching.item().id()) {
            case MovieId id ->
                Optional.ofNullable(catalog.movies(List.of(id)).get(id)).map(movie -> putMovie(object, movie, links));
            case EpisodeId id ->
                Optional.ofNullable(catalog.episodes(List.of(id)).get(id))
                        .map(episode -> putEpisode(object, episode, links));
            default -> Optional.empty();
        };
    }

    private static V1Object putMovie(V1Object object, Movie movie, V1Links links) {
        return object.put("movie", V1Movie.normal(movie, links));
    }

    private V1Object putEpisode(V1Object object, Episode episode, V1Links links) {
        Show show = catalog.guide(episode.show()).show();
        return object.put("show", V1Show.normal(show, links))
                .put(
                        "episode",
                        V1Episode.of(show, episode, V1Extent.NORMAL, links, RatingTotals.NONE)
                                .put(
                                        "first_aired",
                                        V1Times.midnight(episode.facts().airDate())));
    }
}
