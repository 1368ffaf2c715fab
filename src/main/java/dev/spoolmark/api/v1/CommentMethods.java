package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Methods;

/// `comment/*` and the older `shout/*`: what people say about a thing.
final class CommentMethods {

    void declare(Methods v1) {
        v1.notYet("POST", "/comment/episode/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/comment/movie/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/comment/show/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/shout/episode/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/shout/movie/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/shout/show/{apikey}", SIGNED_IN, OWN);
    }
}
