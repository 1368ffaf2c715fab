package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Methods;

/// `network/*`: following, and the requests of those who wish to.
final class NetworkMethods {

    void declare(Methods v1) {
        v1.notYet("POST", "/network/approve/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/network/deny/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/network/follow/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/network/requests/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/network/unfollow/{apikey}", SIGNED_IN, OWN);
    }
}
