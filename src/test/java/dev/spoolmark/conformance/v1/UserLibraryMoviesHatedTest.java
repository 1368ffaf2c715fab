package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/movies/hated")
class UserLibraryMoviesHatedTest extends LibraryConformance {

    @Test
    void returnsMoviesRatedAtMost5() {
        v1.post("rate/movies")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272, \"rating\": 6}, {\"tmdb_id\": 37799, \"rating\": 5}]");

        v1.get("user/library/movies/hated", "/ann").send().is(200, "default");
        v1.get("user/library/movies/hated", "/ann/min").send().ok().isArray().hasSize(1);
        v1.get("user/library/movies/hated", "/bob").send().ok().isArray().isEmpty();
    }
}
