package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.wire.Methods;

/// `user/library/*`: everything somebody watched or collected.
final class UserLibraryMethods {

    void declare(Methods v1) {
        v1.notYet("GET", "/user/library/movies/all.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/movies/collection.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/movies/watched.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/all.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/collection.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/unseen.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/watched.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/movies/hated.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/movies/loved.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/hated.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
        v1.notYet("GET", "/user/library/shows/loved.json/{apikey}/{username}/{extended?}", OPTIONAL, PERSON);
    }
}
