package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1LastPlayed;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.DateTimeField;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `movie/seen` and `unseen`: movies that were watched elsewhere, in batches.
public final class MovieSeenMethods {

    private final PlayHistory plays;
    private final V1ItemResolver items;
    private final InstantSource clock;

    public MovieSeenMethods(PlayHistory plays, V1ItemResolver items, InstantSource clock) {
        this.plays = plays;
        this.items = items;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/movie/seen/{apikey}", SIGNED_IN, OWN, SeenMovies.class, this::seen);
        bulk.post("/movie/unseen/{apikey}", SIGNED_IN, OWN, SeenMovies.class, this::unseen);
    }

    /// Several movies, or one whose members are in the body itself. `last_played` also holds for those of the list
    /// that have none.
    record SeenMovies(
            @Nullable List<@Nullable SeenMovie> movies,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @DateTimeField @Nullable LenientValue last_played,
            @Nullable LenientValue plays) {

        List<@Nullable SeenMovie> all() {
            return V1Bodies.all("movies", movies, new SeenMovie(imdb_id, tmdb_id, title, year, last_played, plays));
        }
    }

    record SeenMovie(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @DateTimeField @Nullable LenientValue last_played,
            @Nullable LenientValue plays)
            implements V1Bodies {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
        }

        /// Empty if the time cannot be parsed.
        ///
        /// @param common the time of movies that have none of their own
        Optional<Played> played(@Nullable LenientValue common, Instant now) {
            return V1LastPlayed.of(last_played, common, now).map(at -> new Played(this, at));
        }
    }

    record Played(SeenMovie sent, Instant at) {

        MarkedWatched seen(MediaId movie) {
            Watchable item = Watchable.of((MovieId) movie);
            return new MarkedWatched(item, at, V1Values.number(sent.plays()).orElse(1));
        }
    }

    // POST movie/seen

    private Response seen(Call<SeenMovies> call) {
        Instant now = clock.instant();
        V1BatchResult<Played> batch = items.match(
                call,
                call.body().all(),
                SeenMovie::item,
                movie -> movie.played(call.body().last_played(), now),
                "last_played",
                movie -> false);
        Set<MediaId> newlySeen = plays.seen(
                call.userId(),
                batch.found((item, movie) -> movie.seen(item)),
                call.application().id());
        List<JsonObject> existing = batch.matches().stream()
                .filter(line -> !newlySeen.contains(line.item()))
                .map(line -> line.value().sent().item().echo())
                .toList();
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("inserted", batch.matches().size() - existing.size())
                .put("already_exist", existing.size())
                .put("already_exist_movies", existing)
                .put("skipped", batch.skipped().size())
                .put("skipped_movies", batch.skipped()));
    }

    // POST movie/unseen

    private Response unseen(Call<SeenMovies> call) {
        V1BatchResult<SeenMovie> batch = items.match(call, call.body().all(), SeenMovie::item, false);
        int changed = plays.unseen(call.userId(), batch.found((item, movie) -> Watchable.of((MovieId) item)));
        return V1Responses.success(changed + " movies removed as seen", "movies", batch.skipped());
    }
}
