package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.api.v1.model.V1Values;
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
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// `user/watchlist/*`: the watchlist of a user, newest first.
public final class UserWatchlistMethods {

    /// Number of shows that are looked up together, if each includes its episodes.
    private static final int PAGE_SIZE = 50;

    private final V1UserLookup users;
    private final V1UserItemState userItemState;
    private final Watchlist watchlist;
    private final Ratings ratings;
    private final Catalog catalog;

    public UserWatchlistMethods(
            V1UserLookup users, V1UserItemState userItemState, Watchlist watchlist, Ratings ratings, Catalog catalog) {
        this.users = users;
        this.userItemState = userItemState;
        this.watchlist = watchlist;
        this.ratings = ratings;
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/watchlist/episodes.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::episodes);
        v1.get("/user/watchlist/movies.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::movies);
        v1.get("/user/watchlist/shows.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::shows);
    }

    // GET user/watchlist/episodes

    /// Shows, each with its episodes on the watchlist, ordered by the newest of them.
    private Response episodes(Call<NoBody> call) {
        return users.view(call, ProfileSection.WATCHLIST)
                .map(profile -> StreamedJsonArray.array(
                        watchlist.showsOfEpisodes(profile), PAGE_SIZE, page -> episodes(call, profile, page)))
                .orElseGet(() -> V1Responses.ok(List.of()));
    }

    private List<JsonObject> episodes(Call<NoBody> call, ProfileView profile, List<ShowId> page) {
        Map<ShowId, Show> shows = catalog.shows(page);
        Map<ShowId, List<EpisodeId>> listed = watchlist.episodes(profile, page);
        Map<EpisodeId, Episode> episodes =
                catalog.episodes(listed.values().stream().flatMap(List::stream).toList());
        List<MediaId> items = new ArrayList<>(shows.keySet());
        items.addAll(episodes.keySet());
        Page facts = page(call, profile, items);
        List<JsonObject> rendered = new ArrayList<>();
        for (ShowId id : page) {
            Show show = shows.get(id);
            if (show != null) {
                rendered.add(facts.show(show)
                        .put("episodes", inside(show, listed.getOrDefault(id, List.of()), episodes, facts)));
            }
        }
        return rendered;
    }

    private static List<JsonObject> inside(
            Show show, List<EpisodeId> listed, Map<EpisodeId, Episode> episodes, Page facts) {
        List<JsonObject> rendered = new ArrayList<>();
        for (EpisodeId id : listed) {
            Episode episode = episodes.get(id);
            Instant since = facts.since().get(id);
            if (episode != null && since != null) {
                rendered.add(facts.episode(show, episode).put("inserted", V1Times.seconds(since)));
            }
        }
        return rendered;
    }

    // GET user/watchlist/movies

    private Response movies(Call<NoBody> call) {
        return response(call, Kind.MOVIE, (profile, page) -> movies(call, profile, page));
    }

    private List<JsonObject> movies(Call<NoBody> call, ProfileView profile, List<MediaId> page) {
        Map<MovieId, Movie> movies = catalog.movies(ids(page, MovieId.class));
        Page facts = page(call, profile, page);
        List<JsonObject> rendered = new ArrayList<>();
        for (MediaId id : page) {
            Movie movie = movies.get(id);
            Instant since = facts.since().get(id);
            if (movie != null && since != null) {
                rendered.add(facts.movie(movie).put("inserted", V1Times.seconds(since)));
            }
        }
        return rendered;
    }

    // GET user/watchlist/shows

    private Response shows(Call<NoBody> call) {
        return response(call, Kind.SHOW, (profile, page) -> shows(call, profile, page));
    }

    private List<JsonObject> shows(Call<NoBody> call, ProfileView profile, List<MediaId> page) {
        Map<ShowId, Show> shows = catalog.shows(ids(page, ShowId.class));
        Map<ShowId, Integer> plays = userItemState.playsOfShows(call.caller(), shows.keySet());
        Page facts = page(call, profile, page);
        List<JsonObject> rendered = new ArrayList<>();
        for (MediaId id : page) {
            Show show = shows.get(id);
            Instant since = facts.since().get(id);
            if (show != null && since != null) {
                JsonObject object = facts.show(show).put("inserted", V1Times.seconds(since));
                rendered.add(call.caller() == null ? object : watched(object, plays.get(show.id())));
            }
        }
        return rendered;
    }

    /// A show counts as watched if one of its episodes is (`docs/spec/v1/conventions.md#personal-members`).
    private static JsonObject watched(JsonObject object, @Nullable Integer plays) {
        return object.put("watched", plays != null).put("plays", V1Values.orZero(plays));
    }

    // Shared

    private Response response(
            Call<NoBody> call, Kind kind, BiFunction<ProfileView, List<MediaId>, List<JsonObject>> page) {
        return users.view(call, ProfileSection.WATCHLIST)
                .map(profile ->
                        StreamedJsonArray.array(watchlist.of(profile, kind), items -> page.apply(profile, items)))
                .orElseGet(() -> V1Responses.ok(List.of()));
    }

    private Page page(Call<NoBody> call, ProfileView profile, Collection<? extends MediaId> items) {
        return new Page(
                new V1Links(call.base()),
                watchlist.since(profile, items),
                userItemState.of(call.caller(), items),
                ratings.totals(items));
    }

    private static <T extends MediaId> List<T> ids(List<MediaId> page, Class<T> type) {
        return page.stream().map(type::cast).toList();
    }

    /// The items of one page.
    ///
    /// @param since when they were added; removed items are absent
    private record Page(
            V1Links links, Map<MediaId, Instant> since, V1UserItemState.Page userState, RatingTotalsMap totals) {

        JsonObject movie(Movie movie) {
            return userState.addUserState(V1Movie.full(movie, links, of(movie.id())), movie.id());
        }

        JsonObject show(Show show) {
            return userState.addRating(V1Show.full(show, links, of(show.id())), show.id());
        }

        JsonObject episode(Show show, Episode episode) {
            return userState.addUserState(V1Episode.full(show, episode, links, of(episode.id())), episode.id());
        }

        private RatingTotals of(MediaId item) {
            return totals.of(item);
        }
    }
}
