package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `activity/user` and what is below it: what one person did.
final class ActivityUserMethods {

    void declare(Methods v1) {
        v1.notYet(
                "GET",
                "/activity/user.json/{apikey}/{username}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON);
        v1.notYet(
                "GET",
                "/activity/user/episodes.json/{apikey}/{username}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON);
        v1.notYet(
                "GET",
                "/activity/user/movies.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON);
        v1.notYet(
                "GET",
                "/activity/user/seasons.json/{apikey}/{username}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON);
        v1.notYet(
                "GET",
                "/activity/user/shows.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON);
    }
}
