package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/watchlist/*`: what somebody means to watch.
final class UserWatchlistMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/watchlist/episodes.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/watchlist/movies.json/{apikey}/{username}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/watchlist/shows.json/{apikey}/{username}", OPTIONAL, PERSON);
    }
}
