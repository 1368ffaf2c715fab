package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 shows/trending")
class ShowsTrendingTest extends ReadConformance {

    @Test
    void theMostWatchedComeFirstWithThePlaysOfTheUser() {
        scrobbled(users.ann(), episode("portlandia", 1, 1));
        scrobbled(users.ann(), episode("portlandia", 1, 2));
        watches(users.bob(), episode("portlandia", 2, 1));
        watches(users.dora(), episode("the-walking-dead", 1, 1));

        v1.get("shows/trending", "").basic(users.ann()).send().is(200, "signed-in");
    }

    @Test
    void matchesTheRecordedShape() {
        scrobbled(users.ann(), episode("portlandia", 1, 1));

        RecordedShape.fits("shows/trending", v1.get("shows/trending", "").send());
    }

    @Test
    void isEmptyIfNobodyIsWatching() {
        v1.get("shows/trending", "").send().ok().isArray().isEmpty();
    }
}
