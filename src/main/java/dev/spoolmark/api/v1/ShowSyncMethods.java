package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/seen`, `library`, `watchlist`, their opposites, and the same for a season.
final class ShowSyncMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/show/library/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/show/season/library/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/show/season/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/unlibrary/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/unwatchlist/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/watchlist/{apikey}", SIGNED_IN, OWN);
    }
}
