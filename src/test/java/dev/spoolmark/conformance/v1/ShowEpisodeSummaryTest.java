package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/summary")
class ShowEpisodeSummaryTest extends ReadConformance {

    @Test
    void returnsTheShowAndTheEpisode() {
        v1.get("show/episode/summary", "/portlandia/1/1").send().is(200, "anonymous");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        scrobbled(users.ann(), episode("portlandia", 1, 1));

        v1.get("show/episode/summary", "/213221/1/1").basic(users.ann()).send().is(200, "signed-in");
    }

    @Test
    void matchesTheRecordedShape() {
        loadCaptured();

        RecordedShape.fits(
                "show/episode",
                v1.get("show/episode/summary", "/the-americans/1/1").send());
    }

    @Test
    void aSpecialIsInSeasonZero() {
        v1.get("show/episode/summary", "/portlandia/0/1")
                .send()
                .ok()
                .node("episode.season")
                .isEqualTo(0);
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/episode/summary", "/nobody-knows-it/1/1").send().fails(404, "show not found");
        v1.get("show/episode/summary", "/portlandia/1/99").send().fails(404, "episode not found");
    }
}
