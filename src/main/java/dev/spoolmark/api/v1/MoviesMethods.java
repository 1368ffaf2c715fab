package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Methods;

/// `movies/*`: trending and lately changed.
final class MoviesMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/movies/trending.json/{apikey}", OPTIONAL, NOBODY);
        v1.notYet("GET", "/movies/updated.json/{apikey}/{timestamp}", OPEN, NOBODY);
    }
}
