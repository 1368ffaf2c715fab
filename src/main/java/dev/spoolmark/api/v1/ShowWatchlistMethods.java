package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/watchlist`, `unwatchlist` and the same for episodes: what somebody means to watch.
final class ShowWatchlistMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unwatchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/watchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/unwatchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/watchlist/{apikey}", SIGNED_IN, OWN);
    }
}
