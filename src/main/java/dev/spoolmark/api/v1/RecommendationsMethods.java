package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Methods;

/// `recommendations/*`: what the caller might like.
final class RecommendationsMethods {

    void declare(Methods v1) {
        v1.notYet("POST", "/recommendations/movies/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/recommendations/movies/dismiss/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/recommendations/shows/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/recommendations/shows/dismiss/{apikey}", SIGNED_IN, OWN);
    }
}
