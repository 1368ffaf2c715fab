package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Methods;

/// `movie/*`, the reads: what one movie is, and who watches it.
final class MovieMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/movie/related.json/{apikey}/{title}/{hidewatched?}", OPTIONAL, NOBODY);
        v1.notYet("GET", "/movie/stats.json/{apikey}/{title}", OPEN, NOBODY);
        v1.notYet("GET", "/movie/summaries.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY);
        v1.notYet("GET", "/movie/summary.json/{apikey}/{title}", OPTIONAL, MANY);
        v1.notYet("GET", "/movie/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY);
    }
}
