package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/profile`, `lastactivity`, `friends`: one person at a glance.
final class UserMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/lastactivity.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/profile.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/friends.json/{apikey}/{username}/{extended?}", OPTIONAL, MANY);
    }
}
