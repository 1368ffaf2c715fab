package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Methods;

/// `friends/*`: friendship as it was before following; each is a view of the network.
final class FriendsMethods {

    void declare(Methods v1) {
        v1.notYet("POST", "/friends/add/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/friends/all/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/friends/approve/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/friends/delete/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/friends/deny/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/friends/requests/{apikey}", SIGNED_IN, OWN);
    }
}
