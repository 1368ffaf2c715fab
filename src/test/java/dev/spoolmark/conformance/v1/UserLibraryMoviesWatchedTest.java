package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/movies/watched")
class UserLibraryMoviesWatchedTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/movies/watched", "/ann/min").send().is(200, "min");
        v1.get("user/library/movies/watched", "/ann").send().is(200, "default");
    }
}
