package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the movies and shows in paths, and renders pages of them with rating totals and, for a signed-in
/// caller, with the caller's own members.
public final class V1TitleRenderer {

    /// Maximum number of titles in a request, more than any client sends
    /// (`docs/spec/v1/movie.md#moviesummaries`: at least 100).
    private static final int MAX_TITLES = 500;

    private final ProvisionalAccess provisionalAccess;
    private final OnDemandLookup onDemandLookup;
    private final Ratings ratings;
    private final V1UserItemState userItemState;

    public V1TitleRenderer(
            ProvisionalAccess provisionalAccess,
            OnDemandLookup onDemandLookup,
            Ratings ratings,
            V1UserItemState userItemState) {
        this.provisionalAccess = provisionalAccess;
        this.onDemandLookup = onDemandLookup;
        this.ratings = ratings;
        this.userItemState = userItemState;
    }

    /// An unknown movie may be looked up at a source while the request waits.
    public Movie movie(Call<?> call) {
        MovieRef title = V1PathItem.movie(call.required("title"));
        Movie movie = provisionalAccess
                .movie(viewer(call), title)
                .or(() -> onDemandLookup
                        .movie(title, waiter(call))
                        .flatMap(found -> provisionalAccess.movie(viewer(call), title)))
                .orElseThrow(() -> notFound("movie"));
        noteViewed(call, movie.id());
        return movie;
    }

    /// An unknown show may be looked up at a source while the request waits.
    public Show show(Call<?> call) {
        ShowRef title = V1PathItem.show(call.required("title"));
        Show show = provisionalAccess
                .show(viewer(call), title)
                .or(() -> onDemandLookup
                        .show(title, waiter(call))
                        .flatMap(found -> provisionalAccess.show(viewer(call), title)))
                .orElseThrow(() -> notFound("show"));
        noteViewed(call, show.id());
        return show;
    }

    /// Releases the permit of the request while it waits for a source.
    public static OnDemandLookup.Waiter waiter(Call<?> call) {
        return lookup -> call.blocking().runBlocking(lookup::getAsBoolean);
    }

    /// Only for signed-in callers, so that other clients cannot cause lookups of the whole catalog.
    private void noteViewed(Call<?> call, MediaId item) {
        if (call.caller() != null) {
            onDemandLookup.recordView(item);
        }
    }

    /// The episode with the season and number in the path.
    public EpisodeSummary episode(Call<?> call, ShowGuide guide) {
        int season = V1Values.requiredNumber(call, "season");
        int number = V1Values.requiredNumber(call, "episode");
        return provisionalAccess.episode(viewer(call), guide, season, number).orElseThrow(() -> notFound("episode"));
    }

    /// The existing ones of a list separated by commas, in its order.
    public List<Movie> movies(Call<?> call, String list) {
        return resolveAll(list, name -> provisionalAccess.movie(viewer(call), V1PathItem.movie(name)));
    }

    /// The existing ones of a list separated by commas, in its order.
    public List<Show> shows(Call<?> call, String list) {
        return resolveAll(list, name -> provisionalAccess.show(viewer(call), V1PathItem.show(name)));
    }

    /// These movies in order, with totals and the caller's own members.
    public List<JsonObject> renderMovies(Call<?> call, List<Movie> movies, V1Extended extended) {
        List<MediaId> ids = movies.stream().<MediaId>map(Movie::id).toList();
        RatingTotalsMap totals = totals(extended, ids);
        V1UserItemState.Page own = userItemState.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (Movie movie : movies) {
            rendered.add(own.addUserState(V1Movie.of(movie, extended, links, of(totals, movie.id())), movie.id()));
        }
        return rendered;
    }

    /// These shows in order, with totals and the caller's own members.
    public List<JsonObject> renderShows(Call<?> call, List<Show> shows, V1Extended extended) {
        List<MediaId> ids = shows.stream().<MediaId>map(Show::id).toList();
        RatingTotalsMap totals = totals(extended, ids);
        V1UserItemState.Page own = userItemState.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (Show show : shows) {
            rendered.add(own.addRating(V1Show.of(show, extended, links, of(totals, show.id())), show.id()));
        }
        return rendered;
    }

    /// The caller's number of plays of each show; empty without a caller.
    public Optional<Map<ShowId, Integer>> plays(Call<?> call, List<Show> shows) {
        return Optional.ofNullable(call.caller())
                .map(caller -> userItemState.playsOfShows(
                        caller, shows.stream().map(Show::id).toList()));
    }

    private static Viewer viewer(Call<?> call) {
        return Viewer.of(call.caller());
    }

    private static ProblemException notFound(String type) {
        return new ProblemException(new Problem.NotFound(type));
    }

    private static <T> List<T> resolveAll(String list, Function<String, Optional<T>> find) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(MAX_TITLES)
                .flatMap(name -> find.apply(name).stream())
                .toList();
    }

    /// Only full objects contain totals.
    private RatingTotalsMap totals(V1Extended extended, List<MediaId> ids) {
        return extended == V1Extended.FULL ? ratings.totals(ids) : RatingTotalsMap.EMPTY;
    }

    private static RatingTotals of(RatingTotalsMap totals, MediaId item) {
        return totals.of(item);
    }
}
