package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/library`, `unlibrary` and the same for a season and for episodes: what somebody owns.
final class ShowLibraryMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/show/episode/library/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unlibrary/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/library/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/show/season/library/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/unlibrary/{apikey}", SIGNED_IN, OWN);
    }
}
