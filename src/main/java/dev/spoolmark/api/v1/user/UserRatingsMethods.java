package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1RatingFilter;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Rating;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `user/ratings/*`: the ratings of a user, newest first.
public final class UserRatingsMethods {

    private final V1UserLookup users;
    private final Ratings ratings;
    private final Catalog catalog;

    public UserRatingsMethods(V1UserLookup users, Ratings ratings, Catalog catalog) {
        this.users = users;
        this.ratings = ratings;
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/user/ratings/episodes.json/{apikey}/{username}/{rating?}/{extended?}",
                OPTIONAL,
                ONE_USER,
                this::episodes);
        v1.get("/user/ratings/movies.json/{apikey}/{username}/{rating?}/{extended?}", OPTIONAL, ONE_USER, this::movies);
        v1.get("/user/ratings/shows.json/{apikey}/{username}/{rating?}/{extended?}", OPTIONAL, ONE_USER, this::shows);
    }

    // GET user/ratings/episodes

    private Response episodes(Call<NoBody> call) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return response(call, Kind.EPISODE, page -> episodes(page, extended, links));
    }

    private List<JsonObject> episodes(List<Rating> page, V1Extended extended, V1Links links) {
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids(page, EpisodeId.class));
        Map<ShowId, Show> shows =
                catalog.shows(episodes.values().stream().map(Episode::show).collect(Collectors.toSet()));
        RatingTotalsMap totals = totals(extended, page, shows.keySet());
        List<JsonObject> rendered = new ArrayList<>();
        for (Rating rated : page) {
            Episode episode = episodes.get(rated.item());
            Show show = episode == null ? null : shows.get(episode.show());
            if (episode != null && show != null) {
                rendered.add(rating(new JsonObject(), rated)
                        .put("show", V1Show.of(show, extended, links, of(totals, show.id())))
                        .put("episode", V1Episode.of(show, episode, extended, links, of(totals, episode.id()))));
            }
        }
        return rendered;
    }

    // GET user/ratings/movies

    private Response movies(Call<NoBody> call) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return response(call, Kind.MOVIE, page -> movies(page, extended, links));
    }

    private List<JsonObject> movies(List<Rating> page, V1Extended extended, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(ids(page, MovieId.class));
        RatingTotalsMap totals = totals(extended, page, List.of());
        List<JsonObject> rendered = new ArrayList<>();
        for (Rating rated : page) {
            Movie movie = movies.get(rated.item());
            if (movie != null) {
                rendered.add(rating(V1Movie.of(movie, extended, links, of(totals, movie.id())), rated));
            }
        }
        return rendered;
    }

    // GET user/ratings/shows

    private Response shows(Call<NoBody> call) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return response(call, Kind.SHOW, page -> shows(page, extended, links));
    }

    private List<JsonObject> shows(List<Rating> page, V1Extended extended, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(ids(page, ShowId.class));
        RatingTotalsMap totals = totals(extended, page, List.of());
        List<JsonObject> rendered = new ArrayList<>();
        for (Rating rated : page) {
            Show show = shows.get(rated.item());
            if (show != null) {
                rendered.add(rating(V1Show.of(show, extended, links, of(totals, show.id())), rated));
            }
        }
        return rendered;
    }

    // Shared

    private Response response(Call<NoBody> call, Kind kind, Function<List<Rating>, List<JsonObject>> page) {
        V1RatingFilter filter = V1RatingFilter.of(call.argument("rating"));
        return users.view(call, ProfileSection.RATINGS)
                .map(profile -> StreamedJsonArray.array(
                        ratings.of(profile, kind, filter.lowest(), filter.highest()),
                        items -> page.apply(ratings.rated(profile, items))))
                .orElseGet(() -> V1Responses.ok(List.of()));
    }

    /// Only full objects contain totals.
    private RatingTotalsMap totals(V1Extended extended, List<Rating> page, Collection<? extends MediaId> alsoOf) {
        if (extended != V1Extended.FULL) {
            return RatingTotalsMap.EMPTY;
        }
        List<MediaId> items = new ArrayList<>(alsoOf);
        page.forEach(rated -> items.add(rated.item()));
        return ratings.totals(items);
    }

    private static JsonObject rating(JsonObject object, Rating rated) {
        return object.put("inserted", V1Times.seconds(rated.at()))
                .put("rating", V1Rating.loveOrHate(rated.score()))
                .put("rating_advanced", V1Rating.number(rated.score()));
    }

    private static RatingTotals of(RatingTotalsMap totals, MediaId item) {
        return totals.of(item);
    }

    private static <T extends MediaId> List<T> ids(List<Rating> page, Class<T> type) {
        return page.stream().map(Rating::item).map(type::cast).toList();
    }
}
