package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1SearchResults;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.recommendation.RecommendationFilter;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `recommendations/*`: recommendations for the caller, and dismissing them.
public final class RecommendationsMethods {

    private final Recommendations recommendations;
    private final Hidden hidden;
    private final ProfileAccess access;
    private final Catalog catalog;
    private final V1SearchResults searchResults;
    private final V1ItemResolver items;

    public RecommendationsMethods(
            Recommendations recommendations,
            Hidden hidden,
            ProfileAccess access,
            Catalog catalog,
            V1SearchResults searchResults,
            V1ItemResolver items) {
        this.recommendations = recommendations;
        this.hidden = hidden;
        this.access = access;
        this.catalog = catalog;
        this.searchResults = searchResults;
        this.items = items;
    }

    public void declare(ApiMethodTable v1) {
        v1.readOnly()
                .post("/recommendations/movies/{apikey}", SIGNED_IN, OWN, RecommendationRequest.class, this::movies);
        v1.post("/recommendations/movies/dismiss/{apikey}", SIGNED_IN, OWN, DismissedMovie.class, this::dismissMovie);
        v1.readOnly().post("/recommendations/shows/{apikey}", SIGNED_IN, OWN, RecommendationRequest.class, this::shows);
        v1.post("/recommendations/shows/dismiss/{apikey}", SIGNED_IN, OWN, DismissedShow.class, this::dismissShow);
    }

    // POST recommendations/movies, POST recommendations/shows

    record RecommendationRequest(
            @Nullable LenientValue genre,
            @Nullable LenientValue start_year,
            @Nullable LenientValue end_year,
            @Nullable LenientValue hide_collected,
            @Nullable LenientValue hide_watchlisted) {

        RecommendationFilter filter(Kind kind, Optional<Set<String>> genres) {
            return new RecommendationFilter(
                    kind,
                    genres,
                    year(start_year),
                    year(end_year),
                    isTrueOrAbsent(hide_collected),
                    isTrueOrAbsent(hide_watchlisted));
        }

        private static int year(@Nullable LenientValue value) {
            return Math.max(0, V1Values.number(value).orElse(0));
        }

        /// Absent means true, as in the later documentation
        /// (`docs/spec/v1/recommendations.md#recommendationsmovies`).
        private static boolean isTrueOrAbsent(@Nullable LenientValue value) {
            return value == null || value.asBoolean().orElse(true);
        }
    }

    private Response movies(Call<RecommendationRequest> call) {
        List<MovieId> best =
                best(call, Kind.MOVIE).stream().map(MovieId.class::cast).toList();
        return V1Responses.ok(searchResults.movies(call, best));
    }

    private Response shows(Call<RecommendationRequest> call) {
        List<ShowId> best =
                best(call, Kind.SHOW).stream().map(ShowId.class::cast).toList();
        return V1Responses.ok(searchResults.shows(call, best));
    }

    private List<MediaId> best(Call<RecommendationRequest> call, Kind kind) {
        Optional<Set<String>> genres = V1Values.text(call.body().genre()).map(slug -> genres(kind, slug));
        if (genres.isPresent() && genres.get().isEmpty()) {
            return List.of();
        }
        ProfileView own = access.self(call.account());
        return recommendations.of(own, call.body().filter(kind, genres), hidden.of(own, HiddenSection.RECOMMENDATIONS));
    }

    /// The genres of the catalog with this slug.
    private Set<String> genres(Kind kind, String slug) {
        String genreSlug = TitleFolding.slug(slug);
        return catalog.genres(kind).stream()
                .filter(genre -> TitleFolding.slug(genre).equals(genreSlug))
                .collect(Collectors.toSet());
    }

    // POST recommendations/movies/dismiss

    record DismissedMovie(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year) {}

    private Response dismissMovie(Call<DismissedMovie> call) {
        DismissedMovie sent = call.body();
        V1ItemKey item = new V1ItemKey.OfMovie(sent.imdb_id(), sent.tmdb_id(), sent.title(), sent.year());
        MovieId id = (MovieId) items.get(call, item, false);
        hidden.hide(call.userId(), HiddenSection.RECOMMENDATIONS, id);
        Movie movie = only(catalog.movies(List.of(id)));
        return V1Responses.ok(dismissed(items.name(id)).put("movie", V1Movie.min(movie)));
    }

    // POST recommendations/shows/dismiss

    record DismissedShow(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year) {}

    private Response dismissShow(Call<DismissedShow> call) {
        DismissedShow sent = call.body();
        V1ItemKey item = new V1ItemKey.OfShow(sent.tvdb_id(), sent.imdb_id(), sent.title(), sent.year());
        ShowId id = (ShowId) items.get(call, item, false);
        hidden.hide(call.userId(), HiddenSection.RECOMMENDATIONS, id);
        Show show = only(catalog.shows(List.of(id)));
        JsonObject showJson = new JsonObject()
                .put("title", show.title())
                .put("year", V1Values.orZero(show.year()))
                .put("imdb_id", V1Values.orEmpty(show.ids().imdb()))
                .put("tvdb_id", V1Values.orZero(show.ids().tvdb()));
        return V1Responses.ok(dismissed(items.name(id)).put("show", showJson));
    }

    private static JsonObject dismissed(String name) {
        return new JsonObject().put("status", "success").put("message", "dismissed " + name);
    }

    private static <T> T only(Map<?, T> found) {
        return found.values().iterator().next();
    }
}
