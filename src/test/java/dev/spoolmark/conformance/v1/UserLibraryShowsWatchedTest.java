package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/shows/watched")
class UserLibraryShowsWatchedTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/shows/watched", "/ann/min").send().is(200, "min");
        v1.get("user/library/shows/watched", "/ann").send().is(200, "default");
        v1.get("user/library/shows/watched", "/ann/true").send().is(200, "full");
        v1.get("user/library/shows/watched", "/ann/extended").send().is(200, "full");
    }

    @Test
    void matchesTheRecordedShape() {
        RecordedShape.fits(
                "user/shows_watched",
                v1.get("user/library/shows/watched", "/ann").send());
    }

    @Test
    void returnsALargeLibraryCompletelyAndByTitle() {
        for (int n = 120; n > 0; n--) {
            v1.post("show/episode/library")
                    .as(users.bob())
                    .with(String.format(
                            Locale.ROOT,
                            "\"title\": \"Show %03d\", \"episodes\": [{\"season\": 1, \"episode\": 1}]",
                            n));
        }

        v1.get("user/library/shows/collection", "/bob")
                .basic(users.bob())
                .send()
                .ok()
                .inPath("[*].title")
                .isArray()
                .hasSize(120)
                .startsWith("Show 001", "Show 002")
                .endsWith("Show 120");
    }
}
