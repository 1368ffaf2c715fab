package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/seen`, `show/season/seen`, `show/episode/seen` and `unseen`: what was watched elsewhere.
final class ShowSeenMethods {

    void declare(Methods v1) {
        v1.with(Trait.BULK).notYet("POST", "/show/episode/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/episode/unseen/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/show/season/seen/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/show/seen/{apikey}", SIGNED_IN, OWN);
    }
}
