package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/shows/collection")
class UserLibraryShowsCollectionTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/shows/collection", "/ann/min").send().is(200, "min");
        v1.get("user/library/shows/collection", "/ann").send().is(200, "default");
    }
}
