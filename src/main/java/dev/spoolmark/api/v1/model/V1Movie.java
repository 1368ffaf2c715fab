package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import org.jspecify.annotations.Nullable;

/// A movie in a response (`docs/spec/v1/conventions.md#movie`). Unknown texts are empty, unknown numbers 0.
public final class V1Movie {

    private V1Movie() {}

    public static JsonObject of(Movie movie, V1Extended extended, V1Links links, RatingTotals totals) {
        return switch (extended) {
            case MIN -> min(movie);
            case NORMAL -> normal(movie, links);
            case FULL -> full(movie, links, totals);
        };
    }

    public static JsonObject min(Movie movie) {
        return min(movie.title(), movie.year(), movie.ids().imdb(), movie.ids().tmdb());
    }

    public static JsonObject min(String title, @Nullable Integer year, @Nullable String imdb, @Nullable Long tmdb) {
        return putIds(new JsonObject().put("title", title).put("year", V1Values.orZero(year)), imdb, tmdb);
    }

    public static JsonObject normal(Movie movie, V1Links links) {
        return min(movie)
                .put("url", links.movie(movie.slug()))
                .put("images", images(movie, links))
                .put("genres", movie.facts().genres());
    }

    public static JsonObject full(Movie movie, V1Links links, RatingTotals totals) {
        MovieFacts facts = movie.facts();
        JsonObject object = new JsonObject()
                .put("title", movie.title())
                .put("year", V1Values.orZero(movie.year()))
                .put("released", V1Times.midnight(facts.released()))
                .put("url", links.movie(movie.slug()))
                .put("trailer", V1Values.orEmpty(facts.trailer()))
                .put("runtime", V1Values.orZero(facts.runtime()))
                .put("tagline", V1Values.orEmpty(facts.tagline()))
                .put("overview", V1Values.orEmpty(facts.overview()))
                .put("certification", V1Values.orEmpty(facts.certification()));
        return putIds(object, movie.ids())
                .put("rt_id", 0)
                .put("last_updated", V1Times.seconds(movie.updatedAt()))
                .put("poster", poster(movie, links))
                .put("images", images(movie, links))
                .put("genres", facts.genres())
                .put("ratings", V1Rating.totals(totals));
    }

    private static JsonObject putIds(JsonObject object, Ids ids) {
        return putIds(object, ids.imdb(), ids.tmdb());
    }

    private static JsonObject putIds(JsonObject object, @Nullable String imdb, @Nullable Long tmdb) {
        return object.put("imdb_id", V1Values.orEmpty(imdb)).put("tmdb_id", V1Values.orZero(tmdb));
    }

    public static JsonObject images(Movie movie, V1Links links) {
        return new JsonObject()
                .put("poster", poster(movie, links))
                .put(
                        "fanart",
                        links.image(
                                "fanart_movies",
                                movie.id(),
                                movie.facts().images().fanart(),
                                "fanart-dark"));
    }

    private static String poster(Movie movie, V1Links links) {
        return links.image("posters_movies", movie.id(), movie.facts().images().poster(), "poster-dark");
    }
}
