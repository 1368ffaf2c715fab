package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;

import dev.spoolmark.wire.Methods;

/// `user/network/*`: whom somebody follows, and who follows them.
final class UserNetworkMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/network/followers.json/{apikey}/{username}", OPTIONAL, MANY);
        v1.notYet("GET", "/user/network/following.json/{apikey}/{username}", OPTIONAL, MANY);
        v1.notYet("GET", "/user/network/friends.json/{apikey}/{username}", OPTIONAL, MANY);
    }
}
