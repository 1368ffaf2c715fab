package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `movie/seen` and `unseen`: what was watched elsewhere, in batches.
final class MovieSeenMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/movie/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/movie/unseen/{apikey}", SIGNED_IN, OWN);
    }
}
