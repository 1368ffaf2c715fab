package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `lists/*`: making, filling and taking apart one's own lists.
final class ListsMethods {

    void declare(Methods v1) {
        v1.notYet("POST", "/lists/add/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/lists/delete/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/lists/items/add/{apikey}", SIGNED_IN, OWN);
        v1.with(Trait.BULK).notYet("POST", "/lists/items/delete/{apikey}", SIGNED_IN, OWN);
        v1.notYet("POST", "/lists/update/{apikey}", SIGNED_IN, OWN);
    }
}
