package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;

/// `search/*`: finding things and people by words.
final class SearchMethods {

    void declare(Methods v1) {
        v1.with(Trait.QUERY_FIRST)
                .notYet("GET", "/search/episodes.json/{apikey}?query={query}&limit={limit?}", OPEN, NOBODY);
        v1.with(Trait.QUERY_FIRST)
                .notYet("GET", "/search/movies.json/{apikey}?query={query}&limit={limit?}", OPEN, NOBODY);
        v1.with(Trait.QUERY_FIRST)
                .notYet("GET", "/search/people.json/{apikey}?query={query}&limit={limit?}", OPEN, NOBODY);
        v1.with(Trait.QUERY_FIRST)
                .notYet(
                        "GET",
                        "/search/shows.json/{apikey}?query={query}&limit={limit?}&seasons={seasons?}",
                        OPEN,
                        NOBODY);
        v1.with(Trait.QUERY_FIRST)
                .notYet("GET", "/search/users.json/{apikey}?query={query}&limit={limit?}", OPEN, MANY);
    }
}
