package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/watched/*`: the last plays of one person, as of 2011.
final class UserWatchedMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/watched.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/watched/episodes.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/watched/movies.json/{apikey}/{username}", OPTIONAL, PERSON);
    }
}
