package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `movie/watchlist` and `unwatchlist`: what somebody means to watch, in batches.
final class MovieWatchlistMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/movie/unwatchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/movie/watchlist/{apikey}", SIGNED_IN, OWN);
    }
}
