package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Playback;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `movie/watching`, `scrobble`, `checkin` and their cancellation.
public final class MoviePlaybackMethods {

    private final V1Playback playback;
    private final V1ItemResolver items;
    private final Catalog catalog;

    public MoviePlaybackMethods(V1Playback playback, V1ItemResolver items, Catalog catalog) {
        this.playback = playback;
        this.items = items;
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable checkin = v1.requiring(Permission.CHECKIN);
        ApiMethodTable scrobble = v1.requiring(Permission.SCROBBLE);
        checkin.withTrait(MethodTrait.ALSO_GET)
                .post("/movie/cancelcheckin/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelCheckin);
        scrobble.withTrait(MethodTrait.ALSO_GET)
                .post("/movie/cancelwatching/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelWatching);
        checkin.post("/movie/checkin/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::checkin);
        scrobble.post("/movie/scrobble/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::scrobble);
        scrobble.post("/movie/watching/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::watching);
    }

    record PlayedMovie(
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue duration,
            @Nullable LenientValue progress) {

        V1ItemKey item() {
            return new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
        }

        V1Playback.Report report() {
            return new V1Playback.Report(duration, progress);
        }
    }

    // POST movie/watching

    private Response watching(Call<PlayedMovie> call) {
        return playback.watching(call, find(call), call.body().report());
    }

    // POST movie/scrobble

    private Response scrobble(Call<PlayedMovie> call) {
        return playback.scrobble(call, find(call), call.body().report());
    }

    // POST movie/checkin

    private Response checkin(Call<PlayedMovie> call) {
        return playback.checkin(call, find(call), call.body().report());
    }

    // Shared

    private V1Playback.Played find(Call<PlayedMovie> call) {
        MovieId id = (MovieId) items.get(call, call.body().item(), true);
        Movie movie = catalog.movies(List.of(id)).get(id);
        if (movie == null) {
            throw new ProblemException(new Problem.NotFound("movie"));
        }
        JsonObject echo = new JsonObject().put("movie", V1Movie.min(movie));
        return new V1Playback.Played(Watchable.of(id), movie.length(), V1ItemResolver.name(movie), echo);
    }
}
