package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Optional;

/// `user/watching`: the item that one user is watching now.
public final class UserWatchingMethods {

    private final V1UserLookup users;
    private final Scrobbles scrobbles;
    private final Catalog catalog;

    public UserWatchingMethods(V1UserLookup users, Scrobbles scrobbles, Catalog catalog) {
        this.users = users;
        this.scrobbles = scrobbles;
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/watching.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::watching);
    }

    // GET user/watching

    /// Nothing is an empty array, which clients distinguish from an object.
    private Response watching(Call<NoBody> call) {
        V1Links links = new V1Links(call.base());
        return V1Responses.ok(users.view(call, ProfileSection.WATCHING)
                .<Object>map(profile -> of(profile, links))
                .orElse(List.of()));
    }

    /// The item that a user is watching, also for other responses.
    Object of(ProfileView profile, V1Links links) {
        if (!profile.shows(ProfileSection.WATCHING)) {
            return List.of();
        }
        Optional<JsonObject> json = scrobbles.watching(profile).flatMap(watching -> toJson(watching, links));
        return json.<Object>map(object -> object).orElse(List.of());
    }

    private Optional<JsonObject> toJson(NowWatching watching, V1Links links) {
        JsonObject object = new JsonObject()
                .put("type", watching.item().kind().key())
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

    private static JsonObject putMovie(JsonObject object, Movie movie, V1Links links) {
        return object.put("movie", V1Movie.normal(movie, links));
    }

    private JsonObject putEpisode(JsonObject object, Episode episode, V1Links links) {
        Show show = catalog.guide(episode.show()).show();
        return object.put("show", V1Show.normal(show, links))
                .put(
                        "episode",
                        V1Episode.of(show, episode, V1Extended.NORMAL, links, RatingTotals.NONE)
                                .put(
                                        "first_aired",
                                        V1Times.midnight(episode.facts().airDate())));
    }
}
