package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.history.Plays;
import dev.spoolmark.history.Seen;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Moment;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `movie/seen` and `unseen`: what was watched elsewhere, in batches.
final class MovieSeenMethods {

    private final Plays plays;
    private final V1Items items;
    private final InstantSource clock;

    MovieSeenMethods(Plays plays, V1Items items, InstantSource clock) {
        this.plays = plays;
        this.items = items;
        this.clock = clock;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/movie/seen/{apikey}", SIGNED_IN, OWN, SeenMovies.class, this::seen);
        bulk.post("/movie/unseen/{apikey}", SIGNED_IN, OWN, SeenMovies.class, this::unseen);
    }

    /// Several movies, or one that stands in the body itself.
    record SeenMovies(
            @Nullable List<@Nullable SeenMovie> movies,
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Moment @Nullable Scalar last_played,
            @Nullable Scalar plays) {

        List<@Nullable SeenMovie> all() {
            return V1Sent.all("movies", movies, new SeenMovie(imdb_id, tmdb_id, title, year, last_played, plays));
        }
    }

    record SeenMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Moment @Nullable Scalar last_played,
            @Nullable Scalar plays)
            implements V1Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
        }

        /// Empty when its time cannot be read.
        Optional<Played> played(Instant now) {
            return V1LastPlayed.of(last_played, now).map(at -> new Played(this, at));
        }
    }

    record Played(SeenMovie sent, Instant at) {

        Seen seen(MediaId movie) {
            Watchable item = Watchable.of((MovieId) movie);
            return new Seen(item, at, V1Values.number(sent.plays()).orElse(1));
        }
    }

    // POST movie/seen

    private Reply seen(Call<SeenMovies> call) {
        Instant now = clock.instant();
        V1Batch<Played> batch = items.match(
                call, call.body().all(), SeenMovie::item, movie -> movie.played(now), "last_played", movie -> false);
        Set<MediaId> begun = plays.seen(
                call.user(),
                batch.found((item, movie) -> movie.seen(item)),
                call.application().id());
        List<V1Object> known = batch.lines().stream()
                .filter(line -> !begun.contains(line.item()))
                .map(line -> line.said().sent().item().echo())
                .toList();
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("inserted", batch.lines().size() - known.size())
                .put("already_exist", known.size())
                .put("already_exist_movies", known)
                .put("skipped", batch.skipped().size())
                .put("skipped_movies", batch.skipped()));
    }

    // POST movie/unseen

    private Reply unseen(Call<SeenMovies> call) {
        V1Batch<SeenMovie> batch = items.match(call, call.body().all(), SeenMovie::item, false);
        int changed = plays.unseen(call.user(), batch.found((item, movie) -> Watchable.of((MovieId) item)));
        return V1Words.success(changed + " movies removed as seen", "movies", batch.skipped());
    }
}
