package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `movie/watching`, `scrobble`, `checkin` and their cancelling.
final class MoviePlaybackMethods {

    void declare(Methods v1) {
        v1.needing(Permission.CHECKIN)
                .with(Trait.ALSO_GET)
                .notYet("POST", "/movie/cancelcheckin/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE)
                .with(Trait.ALSO_GET)
                .notYet("POST", "/movie/cancelwatching/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.CHECKIN).notYet("POST", "/movie/checkin/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE).notYet("POST", "/movie/scrobble/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE).notYet("POST", "/movie/watching/{apikey}", SIGNED_IN, OWN);
    }
}
