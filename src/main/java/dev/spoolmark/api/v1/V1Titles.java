package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Enquiries;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The movies and shows that paths name, and how a page of them is told: each with what everybody thinks of it, and for
/// a caller who signed in with what they think of it.
final class V1Titles {

    /// More than any client asks for at once (`movie.md`: a hundred at least).
    private static final int TITLES = 500;

    private final Catalog catalog;
    private final Enquiries enquiries;
    private final Ratings ratings;
    private final V1Personal personal;

    V1Titles(Catalog catalog, Enquiries enquiries, Ratings ratings, V1Personal personal) {
        this.catalog = catalog;
        this.enquiries = enquiries;
        this.ratings = ratings;
        this.personal = personal;
    }

    /// One that is not known may be asked for while the caller waits.
    Movie movie(Call<?> call) {
        return enquiries.movie(call.required("title")).orElseThrow(() -> new Refusal(new Problem.NotFound("movie")));
    }

    /// One that is not known may be asked for while the caller waits.
    Show show(Call<?> call) {
        return enquiries.show(call.required("title")).orElseThrow(() -> new Refusal(new Problem.NotFound("show")));
    }

    /// Those of a list with commas that there are, in its order.
    List<Movie> movies(String list) {
        return named(list, catalog::findMovie);
    }

    /// Those of a list with commas that there are, in its order.
    List<Show> shows(String list) {
        return named(list, catalog::findShow);
    }

    /// These movies in their order, with totals and the caller's own members.
    List<V1Object> tellMovies(Call<?> call, List<Movie> movies, V1Extent extent) {
        List<MediaId> ids = movies.stream().<MediaId>map(Movie::id).toList();
        Map<MediaId, RatingTotals> totals = totals(extent, ids);
        V1Personal.Page own = personal.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<V1Object> told = new ArrayList<>();
        for (Movie movie : movies) {
            told.add(own.putOn(V1Movie.of(movie, extent, links, of(totals, movie.id())), movie.id()));
        }
        return told;
    }

    /// These shows in their order, with totals and the caller's own members.
    List<V1Object> tellShows(Call<?> call, List<Show> shows, V1Extent extent) {
        List<MediaId> ids = shows.stream().<MediaId>map(Show::id).toList();
        Map<MediaId, RatingTotals> totals = totals(extent, ids);
        V1Personal.Page own = personal.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        List<V1Object> told = new ArrayList<>();
        for (Show show : shows) {
            told.add(own.putOpinion(V1Show.of(show, extent, links, of(totals, show.id())), show.id()));
        }
        return told;
    }

    /// How often the caller played each of these shows; without a caller nothing.
    Optional<Map<ShowId, Integer>> plays(Call<?> call, List<Show> shows) {
        return Optional.ofNullable(call.caller())
                .map(caller -> personal.playsOfShows(
                        caller, shows.stream().map(Show::id).toList()));
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
    private Map<MediaId, RatingTotals> totals(V1Extent extent, List<MediaId> ids) {
        return extent == V1Extent.FULL ? ratings.totals(ids) : Map.of();
    }

    private static RatingTotals of(Map<MediaId, RatingTotals> totals, MediaId item) {
        return totals.getOrDefault(item, RatingTotals.NONE);
    }
}
