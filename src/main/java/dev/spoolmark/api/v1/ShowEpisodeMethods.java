package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Methods;

/// `show/episode/*`, the reads: what one episode is, and who watches it.
final class ShowEpisodeMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/show/episode/stats.json/{apikey}/{title}/{season}/{episode}", OPEN, NOBODY);
        v1.notYet("GET", "/show/episode/summary.json/{apikey}/{title}/{season}/{episode}", OPTIONAL, MANY);
        v1.notYet("GET", "/show/episode/watchingnow.json/{apikey}/{title}/{season}/{episode}", OPTIONAL, MANY);
    }
}
