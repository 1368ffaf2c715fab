package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Methods;

/// `calendar/*`: what airs when, for everybody.
final class CalendarMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/calendar/premieres.json/{apikey}/{date?}/{days?}", OPTIONAL, NOBODY);
        v1.notYet("GET", "/calendar/shows.json/{apikey}/{date?}/{days?}", OPTIONAL, NOBODY);
    }
}
