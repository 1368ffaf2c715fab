package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.CaptureShape;
import dev.spoolmark.conformance.Reading;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/seasons")
class ShowSeasonsTest extends Reading {

    @Test
    void countsTheEpisodesNewestSeasonFirstSpecialsLast() {
        v1.get("show/seasons", "/portlandia").send().is(200, "portlandia");
    }

    @Test
    void hasTheShapeThatWasRecorded() {
        loadCaptured();

        CaptureShape.fits(
                "show/seasons", v1.get("show/seasons", "/the-americans").send());
    }

    @Test
    void unknownIsNotFound() {
        v1.get("show/seasons", "/nobody-knows-it").send().fails(404, "show not found");
    }
}
