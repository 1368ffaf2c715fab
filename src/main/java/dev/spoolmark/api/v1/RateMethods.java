package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.rating.Opinion;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rate/*`: love it, hate it, give it one to ten, or take that back; one by one or a whole library at once.
final class RateMethods {

    private final Ratings ratings;
    private final V1Items items;

    RateMethods(Ratings ratings, V1Items items) {
        this.ratings = ratings;
        this.items = items;
    }

    void declare(Methods v1) {
        v1.post("/rate/episode/{apikey}", SIGNED_IN, OWN, RatedEpisode.class, this::episode);
        v1.post("/rate/movie/{apikey}", SIGNED_IN, OWN, RatedMovie.class, this::movie);
        v1.post("/rate/show/{apikey}", SIGNED_IN, OWN, RatedShow.class, this::show);
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/rate/episodes/{apikey}", SIGNED_IN, OWN, RateEpisodes.class, this::episodes);
        bulk.post("/rate/movies/{apikey}", SIGNED_IN, OWN, RateMovies.class, this::movies);
        bulk.post("/rate/shows/{apikey}", SIGNED_IN, OWN, RateShows.class, this::shows);
    }

    /// What one of these bodies says: a thing, and what to think of it.
    sealed interface Sent permits RatedEpisode, RatedMovie, RatedShow {

        V1Item item();

        @Nullable
        Scalar rating();
    }

    // POST rate/episode, POST rate/episodes

    record RatedEpisode(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar season,
            @Nullable Scalar episode,
            @Nullable Scalar episode_tvdb_id,
            @Nullable Scalar episode_imdb_id,
            @Nullable Scalar episode_tmdb_id,
            @Nullable Scalar rating)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfEpisode(
                    new V1Item.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }
    }

    record RateEpisodes(@Nullable List<@Nullable RatedEpisode> episodes) {}

    private Reply episode(Call<RatedEpisode> call) {
        return one(call, Kind.EPISODE);
    }

    private Reply episodes(Call<RateEpisodes> call) {
        return many(call, "episodes", call.body().episodes());
    }

    // POST rate/movie, POST rate/movies

    record RatedMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar rating)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
        }
    }

    record RateMovies(@Nullable List<@Nullable RatedMovie> movies) {}

    private Reply movie(Call<RatedMovie> call) {
        return one(call, Kind.MOVIE);
    }

    private Reply movies(Call<RateMovies> call) {
        return many(call, "movies", call.body().movies());
    }

    // POST rate/show, POST rate/shows

    record RatedShow(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar rating)
            implements Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    record RateShows(@Nullable List<@Nullable RatedShow> shows) {}

    private Reply show(Call<RatedShow> call) {
        return one(call, Kind.SHOW);
    }

    private Reply shows(Call<RateShows> call) {
        return many(call, "shows", call.body().shows());
    }

    // What they have in common

    private Reply one(Call<? extends Sent> call, Kind kind) {
        Scalar rating = call.body().rating();
        if (V1Values.text(rating).isEmpty()) {
            throw new Refusal(new Problem.Missing("rating"));
        }
        V1Rating said = V1Rating.of(rating).orElseThrow(() -> new Refusal(new Problem.Invalid("rating")));
        V1Item item = call.body().item();
        item.checkComplete();
        MediaId found = items.get(call, item, !said.withdraws());
        ratings.rate(call.user(), List.of(said.about(found)));
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", "rated " + items.name(found))
                .put("type", kind.word())
                .put("rating", rating)
                .put("ratings", V1Rating.totals(ratings.totals(found)))
                .put("facebook", false)
                .put("twitter", false)
                .put("tumblr", false));
    }

    private <S extends Sent> Reply many(Call<?> call, String word, @Nullable List<@Nullable S> sent) {
        V1Batch<V1Rating> batch = items.match(
                call,
                V1Sent.needed(word, sent),
                Sent::item,
                one -> V1Rating.of(one.rating()),
                "rating",
                V1Rating::withdraws);
        List<Opinion> opinions = batch.found((item, said) -> said.about(item));
        ratings.rate(call.user(), opinions);
        long unrated = opinions.stream().filter(Opinion::withdraws).count();
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", "rated " + opinions.size() + " " + word)
                .put("rated", opinions.size() - unrated)
                .put("unrated", unrated)
                .put("skipped", batch.skipped().size())
                .put("skipped_" + word, batch.skipped()));
    }
}
