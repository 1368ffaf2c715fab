package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/shows/all")
class UserLibraryShowsAllTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/shows/all", "/ann/min").send().is(200, "min");
        v1.get("user/library/shows/all", "/ann").send().is(200, "default");
        v1.get("user/library/shows/all", "/ann/true").send().is(200, "full");
        v1.get("user/library/shows/all", "/ann/extended").send().is(200, "full");
    }
}
