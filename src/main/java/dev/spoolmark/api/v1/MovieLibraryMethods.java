package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `movie/library` and `unlibrary`: what somebody owns, in batches.
final class MovieLibraryMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/movie/library/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/movie/unlibrary/{apikey}", SIGNED_IN, OWN);
    }
}
