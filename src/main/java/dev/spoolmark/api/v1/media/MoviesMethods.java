package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1UpdatedSince;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.stats.CatalogChanges;
import dev.spoolmark.stats.ChangedMovie;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.stats.TrendingItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `movies/*`: trending and recently changed movies.
public final class MoviesMethods {

    private final Catalog catalog;
    private final V1TitleRenderer titles;
    private final Trending trending;
    private final CatalogChanges changes;
    private final InstantSource clock;

    public MoviesMethods(
            Catalog catalog, V1TitleRenderer titles, Trending trending, CatalogChanges changes, InstantSource clock) {
        this.catalog = catalog;
        this.titles = titles;
        this.trending = trending;
        this.changes = changes;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/movies/trending.json/{apikey}", OPTIONAL, PUBLIC, this::trending);
        v1.get("/movies/updated.json/{apikey}/{timestamp}", NONE, PUBLIC, this::updated);
    }

    // GET movies/trending

    private Response trending(Call<NoBody> call) {
        List<TrendingItem<MovieId>> trends = trending.movies();
        Map<MovieId, Integer> watchers =
                trends.stream().collect(Collectors.toMap(TrendingItem::item, TrendingItem::watchers));
        List<Movie> movies = inOrder(trends.stream().map(TrendingItem::item), catalog.movies(watchers.keySet()));
        List<JsonObject> rendered = titles.renderMovies(call, movies, V1Extended.FULL);
        for (int i = 0; i < rendered.size(); i++) {
            rendered.get(i).put("watchers", watchers.get(movies.get(i).id()));
        }
        return V1Responses.ok(rendered);
    }

    // GET movies/updated

    private Response updated(Call<NoBody> call) {
        V1UpdatedSince since = V1UpdatedSince.of(call, clock);
        V1Links links = new V1Links(call.base());
        return since.response(
                "movies",
                changes.movies(since.start()),
                page -> changes.moviesById(page).stream()
                        .map(movie -> changed(movie, links))
                        .toList());
    }

    private static JsonObject changed(ChangedMovie movie, V1Links links) {
        return V1Movie.min(movie.title(), movie.year(), movie.imdb(), movie.tmdb())
                .put("url", links.movie(movie.slug()))
                .put("last_updated", V1Times.seconds(movie.at()));
    }

    private static List<Movie> inOrder(Stream<MovieId> ids, Map<MovieId, Movie> movies) {
        return ids.flatMap(id -> Stream.ofNullable(movies.get(id))).toList();
    }
}
