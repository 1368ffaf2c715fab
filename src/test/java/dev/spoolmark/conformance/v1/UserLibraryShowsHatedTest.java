package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/shows/hated")
class UserLibraryShowsHatedTest extends LibraryConformance {

    @Test
    void returnsShowsRatedAtMost5() {
        v1.post("rate/shows")
                .as(users.ann())
                .with("\"shows\": [{\"tvdb_id\": 213221, \"rating\": 6}, {\"tvdb_id\": 153021, \"rating\": 5}]");

        v1.get("user/library/shows/hated", "/ann").send().is(200, "default");
        v1.get("user/library/shows/hated", "/ann/min").send().ok().isArray().hasSize(1);
        v1.get("user/library/shows/hated", "/bob").send().ok().isArray().isEmpty();
    }
}
