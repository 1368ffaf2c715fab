package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.social.Gate;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `movie/*`, the reads: what one movie is, and who watches it.
final class MovieMethods {

    private final Catalog catalog;
    private final Gate gate;
    private final Related related;
    private final V1Titles titles;
    private final V1Tally tally;
    private final V1Audience audience;

    MovieMethods(Catalog catalog, Gate gate, Related related, V1Titles titles, V1Tally tally, V1Audience audience) {
        this.catalog = catalog;
        this.gate = gate;
        this.related = related;
        this.titles = titles;
        this.tally = tally;
        this.audience = audience;
    }

    void declare(Methods v1) {
        v1.get("/movie/related.json/{apikey}/{title}/{hidewatched?}", OPTIONAL, NOBODY, this::related);
        v1.get("/movie/stats.json/{apikey}/{title}", OPEN, NOBODY, this::stats);
        v1.get("/movie/summaries.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY, this::summaries);
        v1.get("/movie/summary.json/{apikey}/{title}", OPTIONAL, MANY, this::summary);
        v1.get("/movie/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY, this::watchingNow);
    }

    // GET movie/related

    private Reply related(Call<NoBody> call) {
        MovieId movie = titles.movie(call).id();
        Account caller = call.caller();
        List<MovieId> best = caller != null && hidesWatched(call.argument("hidewatched"))
                ? related.moviesUnwatched(movie, gate.own(caller))
                : related.movies(movie);
        Map<MovieId, Movie> found = catalog.movies(best);
        List<Movie> movies =
                best.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        return V1Words.ok(titles.tellMovies(call, movies, V1Extent.FULL));
    }

    /// Some clients send the word, some a yes or no (`movie.md`).
    static boolean hidesWatched(Optional<String> sent) {
        return switch (sent.orElse("").toLowerCase(Locale.ROOT)) {
            case "hidewatched", "true", "1" -> true;
            default -> false;
        };
    }

    // GET movie/stats

    private Reply stats(Call<NoBody> call) {
        return V1Words.ok(tally.full(titles.movie(call).id()));
    }

    // GET movie/summaries

    private Reply summaries(Call<NoBody> call) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        List<Movie> movies = titles.movies(call, call.required("title"));
        if (movies.isEmpty()) {
            throw new Refusal(new Problem.NotFound("movie"));
        }
        List<V1Object> told = titles.tellMovies(call, movies, extent);
        if (extent == V1Extent.FULL) {
            for (int i = 0; i < told.size(); i++) {
                told.get(i).put("stats", tally.brief(movies.get(i).id()));
            }
        }
        return V1Words.ok(told);
    }

    // GET movie/summary

    private Reply summary(Call<NoBody> call) {
        Movie movie = titles.movie(call);
        V1Object told = titles.tellMovies(call, List.of(movie), V1Extent.FULL).getFirst();
        return V1Words.ok(told.put("top_watchers", audience.topWatchers(call, movie.id()))
                .put("stats", tally.brief(movie.id()))
                .put("people", V1Credits.ofMovie(catalog.people(movie.id()), new V1Links(call.base()))));
    }

    // GET movie/watchingnow

    private Reply watchingNow(Call<NoBody> call) {
        return V1Words.ok(audience.now(call, titles.movie(call).id()));
    }
}
