package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1Rating;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rate/*`: rate an item as love, hate or 1 to 10, or remove the rating; one item or a batch.
public final class RateMethods {

    private final Ratings ratings;
    private final V1ItemResolver items;

    public RateMethods(Ratings ratings, V1ItemResolver items) {
        this.ratings = ratings;
        this.items = items;
    }

    public void declare(ApiMethodTable v1) {
        v1.post("/rate/episode/{apikey}", SIGNED_IN, OWN, RatedEpisode.class, this::episode);
        v1.post("/rate/movie/{apikey}", SIGNED_IN, OWN, RatedMovie.class, this::movie);
        v1.post("/rate/show/{apikey}", SIGNED_IN, OWN, RatedShow.class, this::show);
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/rate/episodes/{apikey}", SIGNED_IN, OWN, RateEpisodes.class, this::episodes);
        bulk.post("/rate/movies/{apikey}", SIGNED_IN, OWN, RateMovies.class, this::movies);
        bulk.post("/rate/shows/{apikey}", SIGNED_IN, OWN, RateShows.class, this::shows);
    }

    /// A body: an item and a rating.
    sealed interface RatingBody permits RatedEpisode, RatedMovie, RatedShow {

        V1ItemKey item();

        @Nullable
        LenientValue rating();
    }

    // POST rate/episode, POST rate/episodes

    record RatedEpisode(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            @Nullable LenientValue episode_tvdb_id,
            @Nullable LenientValue episode_imdb_id,
            @Nullable LenientValue episode_tmdb_id,
            @Nullable LenientValue rating)
            implements RatingBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfEpisode(
                    new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }
    }

    record RateEpisodes(@Nullable List<@Nullable RatedEpisode> episodes) {}

    private Response episode(Call<RatedEpisode> call) {
        return rate(call, Kind.EPISODE);
    }

    private Response episodes(Call<RateEpisodes> call) {
        return rateAll(call, "episodes", call.body().episodes());
    }

    // POST rate/movie, POST rate/movies

    record RatedMovie(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue rating)
            implements RatingBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    record RateMovies(@Nullable List<@Nullable RatedMovie> movies) {}

    private Response movie(Call<RatedMovie> call) {
        return rate(call, Kind.MOVIE);
    }

    private Response movies(Call<RateMovies> call) {
        return rateAll(call, "movies", call.body().movies());
    }

    // POST rate/show, POST rate/shows

    record RatedShow(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue rating)
            implements RatingBody {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    record RateShows(@Nullable List<@Nullable RatedShow> shows) {}

    private Response show(Call<RatedShow> call) {
        return rate(call, Kind.SHOW);
    }

    private Response shows(Call<RateShows> call) {
        return rateAll(call, "shows", call.body().shows());
    }

    // Shared

    private Response rate(Call<? extends RatingBody> call, Kind kind) {
        LenientValue rating = call.body().rating();
        if (V1Values.text(rating).isEmpty()) {
            throw new ProblemException(new Problem.Missing("rating"));
        }
        V1Rating parsed = V1Rating.of(rating).orElseThrow(() -> new ProblemException(new Problem.Invalid("rating")));
        V1ItemKey item = call.body().item();
        item.checkComplete();
        MediaId found = items.get(call, item, !parsed.removes());
        ratings.rate(call.userId(), List.of(parsed.about(found)));
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", "rated " + items.name(found))
                .put("type", kind.key())
                .put("rating", rating)
                .put("ratings", V1Rating.totals(ratings.totals(found)))
                .put("facebook", false)
                .put("twitter", false)
                .put("tumblr", false));
    }

    private <S extends RatingBody> Response rateAll(Call<?> call, String type, @Nullable List<@Nullable S> body) {
        V1BatchResult<V1Rating> batch = items.match(
                call,
                V1Bodies.requireNonEmpty(type, body),
                RatingBody::item,
                entry -> V1Rating.of(entry.rating()),
                "rating",
                V1Rating::removes);
        List<RatingChange> changes = batch.found((item, rating) -> rating.about(item));
        ratings.rate(call.userId(), changes);
        long unrated = changes.stream().filter(RatingChange::isRemoval).count();
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", "rated " + changes.size() + " " + type)
                .put("rated", changes.size() - unrated)
                .put("unrated", unrated)
                .put("skipped", batch.skipped().size())
                .put("skipped_" + type, batch.skipped()));
    }
}
