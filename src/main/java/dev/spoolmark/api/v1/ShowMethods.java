package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Methods;

/// `show/*`, the reads: what one show is, its seasons, and who watches it.
final class ShowMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/show/related.json/{apikey}/{title}/{extended?}/{hidewatched?}", OPTIONAL, NOBODY);
        v1.notYet("GET", "/show/season.json/{apikey}/{title}/{season}", OPTIONAL, NOBODY);
        v1.notYet("GET", "/show/seasons.json/{apikey}/{title}", OPEN, NOBODY);
        v1.notYet("GET", "/show/stats.json/{apikey}/{title}", OPEN, NOBODY);
        v1.notYet("GET", "/show/summaries.json/{apikey}/{titles}/{extended?}", OPTIONAL, MANY);
        v1.notYet("GET", "/show/summary.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY);
        v1.notYet("GET", "/show/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY);
    }
}
