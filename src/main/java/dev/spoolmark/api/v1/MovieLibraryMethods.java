package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;

/// `movie/library` and `unlibrary`: what somebody owns, in batches.
final class MovieLibraryMethods {

    private final Collected collected;
    private final V1Shelf shelf;

    MovieLibraryMethods(Collected collected, V1Shelf shelf) {
        this.collected = collected;
        this.shelf = shelf;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/movie/library/{apikey}", SIGNED_IN, OWN, V1Sent.Movies.class, this::library);
        bulk.post("/movie/unlibrary/{apikey}", SIGNED_IN, OWN, V1Sent.Movies.class, this::unlibrary);
    }

    // POST movie/library

    private Reply library(Call<V1Sent.Movies> call) {
        V1Batch<V1Sent.OfMovie> batch = shelf.added(call, call.body().all());
        var added = collected.addMovies(call.user(), batch.found((item, sent) -> (MovieId) item));
        return V1Shelf.answer("movies", "library", batch, added);
    }

    // POST movie/unlibrary

    private Reply unlibrary(Call<V1Sent.Movies> call) {
        V1Batch<V1Sent.OfMovie> batch = shelf.known(call, call.body().all());
        int removed = collected.remove(call.user(), batch.found((item, sent) -> item));
        return V1Words.success(removed + " movies removed from library", "movies", batch.skipped());
    }
}
