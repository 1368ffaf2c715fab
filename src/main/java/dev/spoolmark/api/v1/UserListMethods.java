package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/lists` and `user/list`: the lists of one person.
final class UserListMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/list.json/{apikey}/{username}/{slug}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/lists.json/{apikey}/{username}", OPTIONAL, PERSON);
    }
}
