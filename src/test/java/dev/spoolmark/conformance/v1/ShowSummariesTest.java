package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/summaries")
class ShowSummariesTest extends ReadConformance {

    @Test
    void returnsMinimalSummariesInTheOrderOfTheRequest() {
        v1.get("show/summaries", "/the-walking-dead,nobody-knows-it,213221")
                .send()
                .is(200, "min");
    }

    @Test
    void returnsNormalOrFullSummaries() {
        v1.get("show/summaries", "/213221/normal").send().is(200, "normal");
        v1.get("show/summaries", "/213221/full").send().is(200, "full");
    }

    @Test
    void acceptsAHundredTitles() {
        v1.get("show/summaries", "/" + "213221%2C".repeat(100))
                .send()
                .ok()
                .isArray()
                .hasSize(100);
    }

    @Test
    void isNotFoundIfAllTitlesAreUnknown() {
        v1.get("show/summaries", "/nobody-knows-it").send().fails(404, "show not found");
        v1.get("show/summaries", "/nobody,knows-them/full").send().fails(404, "show not found");
    }
}
