package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;

/// `show/watchlist`, `unwatchlist` and the same for episodes: what somebody means to watch.
///
/// The odd "watched list" of the episodes stands in a client's tests (`show.md`, show/episode/watchlist).
final class ShowWatchlistMethods {

    private final Watchlist watchlist;
    private final V1Shelf shelf;

    ShowWatchlistMethods(Watchlist watchlist, V1Shelf shelf) {
        this.watchlist = watchlist;
        this.shelf = shelf;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/show/episode/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Episodes.class, this::removeEpisodes);
        bulk.post("/show/episode/watchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Episodes.class, this::episodes);
        bulk.post("/show/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Shows.class, this::removeShows);
        bulk.post("/show/watchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Shows.class, this::shows);
    }

    // POST show/episode/unwatchlist

    private Reply removeEpisodes(Call<V1Sent.Episodes> call) {
        V1Shelf.Episodes found = shelf.episodes(call, false);
        return found.answer(watchlist.remove(call.user(), found.episodes()) + " episodes removed from watched list");
    }

    // POST show/episode/watchlist

    private Reply episodes(Call<V1Sent.Episodes> call) {
        V1Shelf.Episodes found = shelf.episodes(call, true);
        int added = found.added((show, episodes) -> watchlist.addEpisodes(call.user(), show, episodes));
        return found.answer(added + " episodes added to watched list");
    }

    // POST show/unwatchlist

    private Reply removeShows(Call<V1Sent.Shows> call) {
        V1Batch<V1Sent.OfShow> batch = shelf.known(call, call.body().all());
        int removed = watchlist.remove(call.user(), batch.found((item, sent) -> item));
        return V1Words.success(removed + " shows removed from your watchlist", "shows", batch.skipped());
    }

    // POST show/watchlist

    private Reply shows(Call<V1Sent.Shows> call) {
        V1Batch<V1Sent.OfShow> batch = shelf.added(call, call.body().all());
        var added = watchlist.addShows(call.user(), batch.found((item, sent) -> (ShowId) item));
        return V1Shelf.answer("shows", "watchlist", batch, added);
    }
}
