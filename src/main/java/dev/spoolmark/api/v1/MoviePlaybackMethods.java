package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `movie/watching`, `scrobble`, `checkin` and their cancelling.
final class MoviePlaybackMethods {

    private final V1Playback playback;
    private final V1Items items;
    private final Catalog catalog;

    MoviePlaybackMethods(V1Playback playback, V1Items items, Catalog catalog) {
        this.playback = playback;
        this.items = items;
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        Methods checkin = v1.needing(Permission.CHECKIN);
        Methods scrobble = v1.needing(Permission.SCROBBLE);
        checkin.with(Trait.ALSO_GET)
                .post("/movie/cancelcheckin/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelCheckin);
        scrobble.with(Trait.ALSO_GET)
                .post("/movie/cancelwatching/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelWatching);
        checkin.post("/movie/checkin/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::checkin);
        scrobble.post("/movie/scrobble/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::scrobble);
        scrobble.post("/movie/watching/{apikey}", SIGNED_IN, OWN, PlayedMovie.class, this::watching);
    }

    record PlayedMovie(
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar duration,
            @Nullable Scalar progress) {

        V1Item item() {
            return new V1Item.OfMovie(imdb_id, tmdb_id, title, year);
        }

        V1Playback.Sent sent() {
            return new V1Playback.Sent(duration, progress);
        }
    }

    // POST movie/watching

    private Reply watching(Call<PlayedMovie> call) {
        return playback.watching(call, find(call), call.body().sent());
    }

    // POST movie/scrobble

    private Reply scrobble(Call<PlayedMovie> call) {
        return playback.scrobble(call, find(call), call.body().sent());
    }

    // POST movie/checkin

    private Reply checkin(Call<PlayedMovie> call) {
        return playback.checkin(call, find(call), call.body().sent());
    }

    // What they have in common

    private V1Playback.Played find(Call<PlayedMovie> call) {
        MovieId id = (MovieId) items.get(call, call.body().item(), true);
        Movie movie = catalog.movies(List.of(id)).get(id);
        if (movie == null) {
            throw new Refusal(new Problem.NotFound("movie"));
        }
        V1Object echo = new V1Object().put("movie", V1Movie.min(movie));
        return new V1Playback.Played(Watchable.of(id), movie.length(), V1Items.name(movie), echo);
    }
}
