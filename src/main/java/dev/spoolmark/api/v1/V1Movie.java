package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.rating.RatingTotals;
import org.jspecify.annotations.Nullable;

/// A movie in a v1 answer (`conventions.md` 9.1). Unknown texts are empty, unknown numbers 0.
final class V1Movie {

    private V1Movie() {}

    static V1Object of(Movie movie, V1Extent extent, V1Links links, RatingTotals totals) {
        return switch (extent) {
            case MIN -> min(movie);
            case NORMAL -> normal(movie, links);
            case FULL -> full(movie, links, totals);
        };
    }

    static V1Object min(Movie movie) {
        return min(movie.title(), movie.year(), movie.ids().imdb(), movie.ids().tmdb());
    }

    static V1Object min(String title, @Nullable Integer year, @Nullable String imdb, @Nullable Long tmdb) {
        return putIds(new V1Object().put("title", title).put("year", V1Values.orZero(year)), imdb, tmdb);
    }

    static V1Object normal(Movie movie, V1Links links) {
        return min(movie)
                .put("url", links.movie(movie.slug()))
                .put("images", images(movie, links))
                .put("genres", movie.facts().genres());
    }

    static V1Object full(Movie movie, V1Links links, RatingTotals totals) {
        MovieFacts facts = movie.facts();
        V1Object object = new V1Object()
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

    private static V1Object putIds(V1Object object, Ids ids) {
        return putIds(object, ids.imdb(), ids.tmdb());
    }

    private static V1Object putIds(V1Object object, @Nullable String imdb, @Nullable Long tmdb) {
        return object.put("imdb_id", V1Values.orEmpty(imdb)).put("tmdb_id", V1Values.orZero(tmdb));
    }

    static V1Object images(Movie movie, V1Links links) {
        return new V1Object()
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
