package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1CollectionWrites;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;

/// `movie/library` and `unlibrary`: the collection of a user, in batches.
public final class MovieLibraryMethods {

    private final CollectionItems collectionItems;
    private final V1CollectionWrites collection;

    public MovieLibraryMethods(CollectionItems collected, V1CollectionWrites collection) {
        this.collectionItems = collected;
        this.collection = collection;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/movie/library/{apikey}", SIGNED_IN, OWN, V1Bodies.Movies.class, this::library);
        bulk.post("/movie/unlibrary/{apikey}", SIGNED_IN, OWN, V1Bodies.Movies.class, this::unlibrary);
    }

    // POST movie/library

    private Response library(Call<V1Bodies.Movies> call) {
        V1BatchResult<V1Bodies.OfMovie> batch =
                collection.added(call, call.body().all());
        var added = collectionItems.addMovies(call.userId(), batch.found((item, body) -> (MovieId) item));
        return V1CollectionWrites.response("movies", "library", batch, added);
    }

    // POST movie/unlibrary

    private Response unlibrary(Call<V1Bodies.Movies> call) {
        V1BatchResult<V1Bodies.OfMovie> batch =
                collection.find(call, call.body().all());
        int removed = collectionItems.remove(call.userId(), batch.found((item, body) -> item));
        return V1Responses.success(removed + " movies removed from library", "movies", batch.skipped());
    }
}
