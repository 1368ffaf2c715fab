package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import java.util.List;
import org.junit.jupiter.api.Test;

@Specified("v1 shows/updated")
class ShowsUpdatedTest extends ReadConformance {

    @Test
    void returnsChangesAndTheTimeForTheNextRequest() {
        loadCaptured();

        v1.get("shows/updated", "/1372132800").send().is(200, "changed");
    }

    @Test
    void returnsNothingForATimeInTheFuture() {
        v1.get("shows/updated", "/4070908800")
                .send()
                .ok()
                .isEqualTo("{timestamps: {start: 4070908800, current: 1372132800}, shows: []}");
    }

    @Test
    void coversTheLastDayIfNoTimeIsSent() {
        loadCaptured();
        clock.forward(HOUR);

        v1.get("shows/updated", "")
                .send()
                .ok()
                .node("timestamps")
                .isEqualTo("{start: 1372050000, current: 1372136400}");
    }

    @Test
    void acceptsTimesInSeveralFormats() {
        for (String form : List.of("1372132800000", "2013-06-25T04:00:00Z", "2013-06-25+06%3A00%3A00+%2B0200")) {
            v1.get("shows/updated", "/" + form)
                    .send()
                    .ok()
                    .node("timestamps.start")
                    .isEqualTo(1_372_132_800);
        }
    }

    @Test
    void rejectsATimeThatCannotBeParsed() {
        v1.get("shows/updated", "/yesterday").send().fails(200, "invalid timestamp");
    }

    @Test
    void matchesTheRecordedShape() {
        RecordedShape.fits("shows/updated", v1.get("shows/updated", "/0").send());
    }
}
