package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/summaries")
class MovieSummariesTest extends ReadConformance {

    @Test
    void returnsMinimalSummariesInTheOrderOfTheRequest() {
        v1.get("movie/summaries", "/the-social-network-2010,nobody-knows-it,tt0372784,1271")
                .send()
                .is(200, "min");
    }

    @Test
    void encodedCommasSeparateTitles() {
        v1.get("movie/summaries", "/272%2C1271").send().ok().isArray().hasSize(2);
    }

    @Test
    void returnsNormalOrFullSummaries() {
        v1.get("movie/summaries", "/272/normal").send().is(200, "normal");
        v1.get("movie/summaries", "/272/full").send().is(200, "full");
    }

    @Test
    void acceptsAHundredTitles() {
        v1.get("movie/summaries", "/" + "272,".repeat(100))
                .send()
                .ok()
                .isArray()
                .hasSize(100);
    }

    @Test
    void unknownTitlesAreLeftOut() {
        v1.get("movie/summaries", "/nobody-knows-it,272").send().ok().isArray().hasSize(1);
    }

    @Test
    void isNotFoundIfAllTitlesAreUnknown() {
        v1.get("movie/summaries", "/nobody-knows-it").send().fails(404, "movie not found");
        v1.get("movie/summaries", "/nobody,knows-them/full").send().fails(404, "movie not found");
    }
}
