package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.MANY;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `activity/*`: what people did, of everybody, of friends, of one thing.
final class ActivityMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/activity/community.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}", OPEN, MANY);
        v1.notYet(
                "GET",
                "/activity/episodes.json/{apikey}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY);
        v1.notYet("GET", "/activity/friends.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}", SIGNED_IN, MANY);
        v1.notYet("GET", "/activity/movies.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}", OPTIONAL, MANY);
        v1.notYet(
                "GET",
                "/activity/seasons.json/{apikey}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY);
        v1.notYet("GET", "/activity/shows.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}", OPTIONAL, MANY);
        v1.with(Trait.EXTRA)
                .notYet(
                        "GET",
                        "/activity/friendsme.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                        SIGNED_IN,
                        MANY);
        v1.with(Trait.EXTRA)
                .notYet(
                        "GET",
                        "/activity/following.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                        SIGNED_IN,
                        MANY);
        v1.with(Trait.EXTRA)
                .notYet(
                        "GET",
                        "/activity/followers.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                        SIGNED_IN,
                        MANY);
    }
}
