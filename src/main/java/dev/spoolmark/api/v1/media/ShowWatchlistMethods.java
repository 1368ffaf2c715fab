package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1CollectionWrites;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.watchlist.Watchlist;

/// `show/watchlist`, `unwatchlist` and the same for episodes: the watchlist of a user.
///
/// The message "watched list" for episodes is expected by the tests of a client
/// (`docs/spec/v1/show.md#showepisodewatchlist`).
public final class ShowWatchlistMethods {

    private final Watchlist watchlist;
    private final V1CollectionWrites collection;

    public ShowWatchlistMethods(Watchlist watchlist, V1CollectionWrites collection) {
        this.watchlist = watchlist;
        this.collection = collection;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/show/episode/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Episodes.class, this::removeEpisodes);
        bulk.post("/show/episode/watchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Episodes.class, this::episodes);
        bulk.post("/show/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Shows.class, this::removeShows);
        bulk.post("/show/watchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Shows.class, this::shows);
    }

    // POST show/episode/unwatchlist

    private Response removeEpisodes(Call<V1Bodies.Episodes> call) {
        V1CollectionWrites.Episodes found = collection.episodes(call, false);
        return found.response(
                watchlist.remove(call.userId(), found.episodes()) + " episodes removed from watched list");
    }

    // POST show/episode/watchlist

    private Response episodes(Call<V1Bodies.Episodes> call) {
        V1CollectionWrites.Episodes found = collection.episodes(call, true);
        int added = found.added((show, episodes) -> watchlist.addEpisodes(call.userId(), show, episodes));
        return found.response(added + " episodes added to watched list");
    }

    // POST show/unwatchlist

    private Response removeShows(Call<V1Bodies.Shows> call) {
        V1BatchResult<V1Bodies.OfShow> batch = collection.find(call, call.body().all());
        int removed = watchlist.remove(call.userId(), batch.found((item, sent) -> item));
        return V1Responses.success(removed + " shows removed from your watchlist", "shows", batch.skipped());
    }

    // POST show/watchlist

    private Response shows(Call<V1Bodies.Shows> call) {
        V1BatchResult<V1Bodies.OfShow> batch =
                collection.added(call, call.body().all());
        var added = watchlist.addShows(call.userId(), batch.found((item, sent) -> (ShowId) item));
        return V1CollectionWrites.response("shows", "watchlist", batch, added);
    }
}
