package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/calendar/*`: what airs when, of one person's shows.
final class UserCalendarMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/calendar/shows.json/{apikey}/{username}/{date?}/{days?}", OPTIONAL, PERSON);
    }
}
