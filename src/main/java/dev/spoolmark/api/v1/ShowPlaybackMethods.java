package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `show/watching`, `scrobble`, `checkin` and their cancelling.
final class ShowPlaybackMethods {

    void declare(Methods v1) {
        v1.needing(Permission.CHECKIN)
                .with(Trait.ALSO_GET)
                .notYet("POST", "/show/cancelcheckin/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE)
                .with(Trait.ALSO_GET)
                .notYet("POST", "/show/cancelwatching/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.CHECKIN).notYet("POST", "/show/checkin/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE).notYet("POST", "/show/scrobble/{apikey}", SIGNED_IN, OWN);
        v1.needing(Permission.SCROBBLE).notYet("POST", "/show/watching/{apikey}", SIGNED_IN, OWN);
    }
}
