package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.stats.ChangedMovie;
import dev.spoolmark.stats.Changes;
import dev.spoolmark.stats.Trend;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `movies/*`: trending and lately changed.
final class MoviesMethods {

    private final Catalog catalog;
    private final V1Titles titles;
    private final Trending trending;
    private final Changes changes;
    private final InstantSource clock;

    MoviesMethods(Catalog catalog, V1Titles titles, Trending trending, Changes changes, InstantSource clock) {
        this.catalog = catalog;
        this.titles = titles;
        this.trending = trending;
        this.changes = changes;
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/movies/trending.json/{apikey}", OPTIONAL, NOBODY, this::trending);
        v1.get("/movies/updated.json/{apikey}/{timestamp}", OPEN, NOBODY, this::updated);
    }

    // GET movies/trending

    private Reply trending(Call<NoBody> call) {
        List<Trend<MovieId>> trends = trending.movies();
        Map<MovieId, Integer> watchers = trends.stream().collect(Collectors.toMap(Trend::item, Trend::watchers));
        List<Movie> movies = inOrder(trends.stream().map(Trend::item), catalog.movies(watchers.keySet()));
        List<V1Object> told = titles.tellMovies(call, movies, V1Extent.FULL);
        for (int i = 0; i < told.size(); i++) {
            told.get(i).put("watchers", watchers.get(movies.get(i).id()));
        }
        return V1Words.ok(told);
    }

    // GET movies/updated

    private Reply updated(Call<NoBody> call) {
        V1Updated asked = V1Updated.of(call, clock);
        V1Links links = new V1Links(call.base());
        return asked.telling(
                "movies",
                changes.movies(asked.start()),
                page -> changes.named(page).stream()
                        .map(movie -> changed(movie, links))
                        .toList());
    }

    private static V1Object changed(ChangedMovie movie, V1Links links) {
        return V1Movie.min(movie.title(), movie.year(), movie.imdb(), movie.tmdb())
                .put("url", links.movie(movie.slug()))
                .put("last_updated", V1Times.seconds(movie.at()));
    }

    private static List<Movie> inOrder(Stream<MovieId> ids, Map<MovieId, Movie> movies) {
        return ids.flatMap(id -> Stream.ofNullable(movies.get(id))).toList();
    }
}
