package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.Section;
import dev.spoolmark.kernel.Titles;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Wanted;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `recommendations/*`: what the caller might like, and what they never want to be told of again.
final class RecommendationsMethods {

    private final Recommendations recommendations;
    private final Hidden hidden;
    private final Gate gate;
    private final Catalog catalog;
    private final V1Found found;
    private final V1Items items;

    RecommendationsMethods(
            Recommendations recommendations, Hidden hidden, Gate gate, Catalog catalog, V1Found found, V1Items items) {
        this.recommendations = recommendations;
        this.hidden = hidden;
        this.gate = gate;
        this.catalog = catalog;
        this.found = found;
        this.items = items;
    }

    void declare(Methods v1) {
        v1.with(Trait.ASKS).post("/recommendations/movies/{apikey}", SIGNED_IN, OWN, Asked.class, this::movies);
        v1.post("/recommendations/movies/dismiss/{apikey}", SIGNED_IN, OWN, DismissedMovie.class, this::dismissMovie);
        v1.with(Trait.ASKS).post("/recommendations/shows/{apikey}", SIGNED_IN, OWN, Asked.class, this::shows);
        v1.post("/recommendations/shows/dismiss/{apikey}", SIGNED_IN, OWN, DismissedShow.class, this::dismissShow);
    }

    // POST recommendations/movies, POST recommendations/shows

    record Asked(
            @Nullable Scalar genre,
            @Nullable Scalar start_year,
            @Nullable Scalar end_year,
            @Nullable Scalar hide_collected,
            @Nullable Scalar hide_watchlisted) {

        Wanted wanted(Kind kind, Optional<Set<String>> genres) {
            return new Wanted(
                    kind,
                    genres,
                    year(start_year),
                    year(end_year),
                    isNotRefused(hide_collected),
                    isNotRefused(hide_watchlisted));
        }

        private static int year(@Nullable Scalar sent) {
            return Math.max(0, V1Values.number(sent).orElse(0));
        }

        /// Absent means yes, as the later documentation has it (`recommendations.md`).
        private static boolean isNotRefused(@Nullable Scalar sent) {
            return sent == null || sent.truth().orElse(true);
        }
    }

    private Reply movies(Call<Asked> call) {
        List<MovieId> best =
                best(call, Kind.MOVIE).stream().map(MovieId.class::cast).toList();
        return V1Words.ok(found.movies(call, best));
    }

    private Reply shows(Call<Asked> call) {
        List<ShowId> best =
                best(call, Kind.SHOW).stream().map(ShowId.class::cast).toList();
        return V1Words.ok(found.shows(call, best));
    }

    private List<MediaId> best(Call<Asked> call, Kind kind) {
        Optional<Set<String>> genres = V1Values.text(call.body().genre()).map(slug -> genres(kind, slug));
        if (genres.isPresent() && genres.get().isEmpty()) {
            return List.of();
        }
        Sight own = gate.own(call.person());
        return recommendations.of(own, call.body().wanted(kind, genres), hidden.of(own, Section.RECOMMENDATIONS));
    }

    /// The genres of the catalogue that this slug stands for.
    private Set<String> genres(Kind kind, String slug) {
        String wanted = Titles.slug(slug);
        return catalog.genres(kind).stream()
                .filter(genre -> Titles.slug(genre).equals(wanted))
                .collect(Collectors.toSet());
    }

    // POST recommendations/movies/dismiss

    record DismissedMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) {}

    private Reply dismissMovie(Call<DismissedMovie> call) {
        DismissedMovie sent = call.body();
        V1Item item = new V1Item.OfMovie(sent.imdb_id(), sent.tmdb_id(), sent.title(), sent.year());
        MovieId id = (MovieId) items.get(call, item, false);
        hidden.hide(call.user(), Section.RECOMMENDATIONS, id);
        Movie movie = only(catalog.movies(List.of(id)));
        return V1Words.ok(dismissed(items.name(id)).put("movie", V1Movie.min(movie)));
    }

    // POST recommendations/shows/dismiss

    record DismissedShow(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) {}

    private Reply dismissShow(Call<DismissedShow> call) {
        DismissedShow sent = call.body();
        V1Item item = new V1Item.OfShow(sent.tvdb_id(), sent.imdb_id(), sent.title(), sent.year());
        ShowId id = (ShowId) items.get(call, item, false);
        hidden.hide(call.user(), Section.RECOMMENDATIONS, id);
        Show show = only(catalog.shows(List.of(id)));
        V1Object named = new V1Object()
                .put("title", show.title())
                .put("year", V1Values.orZero(show.year()))
                .put("imdb_id", V1Values.orEmpty(show.ids().imdb()))
                .put("tvdb_id", V1Values.orZero(show.ids().tvdb()));
        return V1Words.ok(dismissed(items.name(id)).put("show", named));
    }

    private static V1Object dismissed(String name) {
        return new V1Object().put("status", "success").put("message", "dismissed " + name);
    }

    private static <T> T only(Map<?, T> found) {
        return found.values().iterator().next();
    }
}
