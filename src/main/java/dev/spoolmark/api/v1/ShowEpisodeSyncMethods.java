package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/episode/seen`, `library`, `watchlist` and their opposites.
final class ShowEpisodeSyncMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/show/episode/library/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unlibrary/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unseen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unwatchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/watchlist/{apikey}", SIGNED_IN, OWN);
    }
}
