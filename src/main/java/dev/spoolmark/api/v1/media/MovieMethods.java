package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1Watchers;
import dev.spoolmark.api.v1.model.V1Credits;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1ItemStats;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.social.ProfileAccess;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `movie/*`, the reads: a movie, and who watches it.
public final class MovieMethods {

    private final Catalog catalog;
    private final ProfileAccess access;
    private final Related related;
    private final V1TitleRenderer titles;
    private final V1ItemStats itemStats;
    private final V1Watchers watchers;

    public MovieMethods(
            Catalog catalog,
            ProfileAccess access,
            Related related,
            V1TitleRenderer titles,
            V1ItemStats itemStats,
            V1Watchers watchers) {
        this.catalog = catalog;
        this.access = access;
        this.related = related;
        this.titles = titles;
        this.itemStats = itemStats;
        this.watchers = watchers;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/movie/related.json/{apikey}/{title}/{hidewatched?}", OPTIONAL, PUBLIC, this::related);
        v1.get("/movie/stats.json/{apikey}/{title}", NONE, PUBLIC, this::stats);
        v1.get("/movie/summaries.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY_USERS, this::summaries);
        v1.get("/movie/summary.json/{apikey}/{title}", OPTIONAL, MANY_USERS, this::summary);
        v1.get("/movie/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY_USERS, this::watchingNow);
    }

    // GET movie/related

    private Response related(Call<NoBody> call) {
        MovieId movie = titles.movie(call).id();
        Account caller = call.caller();
        List<MovieId> best = caller != null && hidesWatched(call.argument("hidewatched"))
                ? related.moviesUnwatched(movie, access.self(caller))
                : related.movies(movie);
        Map<MovieId, Movie> found = catalog.movies(best);
        List<Movie> movies =
                best.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        return V1Responses.ok(titles.renderMovies(call, movies, V1Extended.FULL));
    }

    /// Some clients send the keyword, others a boolean (`docs/spec/v1/movie.md#movierelated`).
    static boolean hidesWatched(Optional<String> body) {
        return switch (body.orElse("").toLowerCase(Locale.ROOT)) {
            case "hidewatched", "true", "1" -> true;
            default -> false;
        };
    }

    // GET movie/stats

    private Response stats(Call<NoBody> call) {
        return V1Responses.ok(itemStats.full(titles.movie(call).id()));
    }

    // GET movie/summaries

    private Response summaries(Call<NoBody> call) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        List<Movie> movies = titles.movies(call, call.required("title"));
        if (movies.isEmpty()) {
            throw new ProblemException(new Problem.NotFound("movie"));
        }
        List<JsonObject> rendered = titles.renderMovies(call, movies, extended);
        if (extended == V1Extended.FULL) {
            for (int i = 0; i < rendered.size(); i++) {
                rendered.get(i).put("stats", itemStats.brief(movies.get(i).id()));
            }
        }
        return V1Responses.ok(rendered);
    }

    // GET movie/summary

    private Response summary(Call<NoBody> call) {
        Movie movie = titles.movie(call);
        JsonObject json =
                titles.renderMovies(call, List.of(movie), V1Extended.FULL).getFirst();
        return V1Responses.ok(json.put("top_watchers", watchers.topWatchers(call, movie.id()))
                .put("stats", itemStats.brief(movie.id()))
                .put("people", V1Credits.ofMovie(catalog.credits(movie.id()), new V1Links(call.base()))));
    }

    // GET movie/watchingnow

    private Response watchingNow(Call<NoBody> call) {
        return V1Responses.ok(watchers.now(call, titles.movie(call).id()));
    }
}
