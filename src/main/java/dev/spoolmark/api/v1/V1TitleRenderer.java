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

/// The movies and shows that paths name, and how a page of them is told: each with what everybody thinks of it, and
/// for a caller who signed in with what they think of it.
public final class V1TitleRenderer {

    /// More than any client asks for at once (`docs/spec/v1/movie.md#moviesummaries`: a hundred at least).
    private static final int TITLES = 500;

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

    /// One that is not known may be asked for while the caller waits.
    public Movie movie(Call<?> call) {
        MovieRef title = V1PathItem.movie(call.required("title"));
        Movie movie = provisionalAccess
                .movie(viewer(call), title)
                .or(() -> onDemandLookup
                        .movie(title, waiting(call))
                        .flatMap(found -> provisionalAccess.movie(viewer(call), title)))
                .orElseThrow(() -> notFound("movie"));
        lookedAt(call, movie.id());
        return movie;
    }

    /// One that is not known may be asked for while the caller waits.
    public Show show(Call<?> call) {
        ShowRef title = V1PathItem.show(call.required("title"));
        Show show = provisionalAccess
                .show(viewer(call), title)
                .or(() -> onDemandLookup
                        .show(title, waiting(call))
                        .flatMap(found -> provisionalAccess.show(viewer(call), title)))
                .orElseThrow(() -> notFound("show"));
        lookedAt(call, show.id());
        return show;
    }

    /// Who waits for a source keeps nobody from their turn.
    public static OnDemandLookup.Waiter waiting(Call<?> call) {
        return answered -> call.blocking().runBlocking(answered::getAsBoolean);
    }

    /// Strangers cannot make the sources be asked about everything there is.
    private void lookedAt(Call<?> call, MediaId item) {
        if (call.caller() != null) {
            onDemandLookup.recordView(item);
        }
    }

    /// The episode of this show that a path numbers.
    public EpisodeSummary episode(Call<?> call, ShowGuide guide) {
        int season = V1Values.requiredNumber(call, "season");
        int number = V1Values.requiredNumber(call, "episode");
        return provisionalAccess.episode(viewer(call), guide, season, number).orElseThrow(() -> notFound("episode"));
    }

    /// Those of a list with commas that there are, in its order.
    public List<Movie> movies(Call<?> call, String list) {
        return named(list, name -> provisionalAccess.movie(viewer(call), V1PathItem.movie(name)));
    }

    /// Those of a list with commas that there are, in its order.
    public List<Show> shows(Call<?> call, String list) {
        return named(list, name -> provisionalAccess.show(viewer(call), V1PathItem.show(name)));
    }

    /// These movies in their order, with totals and the caller's own members.
    public List<JsonObject> renderMovies(Call<?> call, List<Movie> movies, V1Extended extent) {
        List<MediaId> ids = movies.stream().<MediaId>map(Movie::id).toList();
        RatingTotalsMap totals = totals(extent, ids);
        V1UserItemState.Page own = userItemState.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (Movie movie : movies) {
            rendered.add(own.addUserState(V1Movie.of(movie, extent, links, of(totals, movie.id())), movie.id()));
        }
        return rendered;
    }

    /// These shows in their order, with totals and the caller's own members.
    public List<JsonObject> renderShows(Call<?> call, List<Show> shows, V1Extended extent) {
        List<MediaId> ids = shows.stream().<MediaId>map(Show::id).toList();
        RatingTotalsMap totals = totals(extent, ids);
        V1UserItemState.Page own = userItemState.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (Show show : shows) {
            rendered.add(own.addRating(V1Show.of(show, extent, links, of(totals, show.id())), show.id()));
        }
        return rendered;
    }

    /// How often the caller played each of these shows; without a caller nothing.
    public Optional<Map<ShowId, Integer>> plays(Call<?> call, List<Show> shows) {
        return Optional.ofNullable(call.caller())
                .map(caller -> userItemState.playsOfShows(
                        caller, shows.stream().map(Show::id).toList()));
    }

    private static Viewer viewer(Call<?> call) {
        return Viewer.of(call.caller());
    }

    private static ProblemException notFound(String what) {
        return new ProblemException(new Problem.NotFound(what));
    }

    private static <T> List<T> named(String list, Function<String, Optional<T>> find) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(TITLES)
                .flatMap(name -> find.apply(name).stream())
                .toList();
    }

    /// Totals stand in full objects only.
    private RatingTotalsMap totals(V1Extended extent, List<MediaId> ids) {
        return extent == V1Extended.FULL ? ratings.totals(ids) : RatingTotalsMap.EMPTY;
    }

    private static RatingTotals of(RatingTotalsMap totals, MediaId item) {
        return totals.of(item);
    }
}
