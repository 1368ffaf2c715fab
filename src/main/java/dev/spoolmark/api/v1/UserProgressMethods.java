package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/progress/*`: how far somebody is in each show.
final class UserProgressMethods {

    void declare(Methods v1) {
        v1.notYet(
                "GET",
                "/user/progress/collected.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                PERSON);
        v1.notYet(
                "GET",
                "/user/progress/watched.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                PERSON);
    }
}
