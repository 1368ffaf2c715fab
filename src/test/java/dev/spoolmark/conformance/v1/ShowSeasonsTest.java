package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/seasons")
class ShowSeasonsTest extends ReadConformance {

    @Test
    void returnsTheNewestSeasonFirstAndSpecialsLast() {
        v1.get("show/seasons", "/portlandia").send().is(200, "portlandia");
    }

    @Test
    void matchesTheRecordedShape() {
        loadCaptured();

        RecordedShape.fits(
                "show/seasons", v1.get("show/seasons", "/the-americans").send());
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/seasons", "/nobody-knows-it").send().fails(404, "show not found");
    }
}
