package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 movies/trending")
class MoviesTrendingTest extends ReadConformance {

    @Test
    void theMostWatchedComeFirst() {
        watches(users.ann(), movie("272"));
        scrobbled(users.bob(), movie("272"));
        scrobbled(users.bob(), movie("solaris-1972"));

        v1.get("movies/trending", "").basic(users.ann()).send().is(200, "signed-in");
        v1.get("movies/trending", "").send().ok().node("[0]").isObject().doesNotContainKey("watched");
    }

    @Test
    void isEmptyIfNobodyIsWatching() {
        v1.get("movies/trending", "").send().ok().isArray().isEmpty();
    }
}
