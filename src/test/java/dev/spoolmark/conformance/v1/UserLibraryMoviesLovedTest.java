package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/movies/loved")
class UserLibraryMoviesLovedTest extends LibraryConformance {

    @Test
    void returnsMoviesRatedAtLeast6() {
        v1.post("rate/movies")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272, \"rating\": 6}, {\"tmdb_id\": 37799, \"rating\": 5}]");

        v1.get("user/library/movies/loved", "/ann").send().is(200, "default");
        v1.get("user/library/movies/loved", "/ann/min").send().ok().isArray().hasSize(1);
        v1.get("user/library/movies/loved", "/bob").send().ok().isArray().isEmpty();
    }
}
