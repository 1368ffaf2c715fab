package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/season")
class ShowSeasonTest extends ReadConformance {

    @Test
    void returnsTheEpisodesInTheOrderOfTheirNumbers() {
        v1.get("show/season", "/portlandia/1").send().is(200, "anonymous");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        scrobbled(users.ann(), episode("portlandia", 1, 2));

        v1.get("show/season", "/portlandia/1")
                .basic(users.ann())
                .send()
                .ok()
                .node("[1]")
                .isObject()
                .containsEntry("watched", true)
                .containsEntry("in_collection", false);
    }

    @Test
    void matchesTheRecordedShape() {
        loadCaptured();

        RecordedShape.fits(
                "show/season", v1.get("show/season", "/the-americans/1").send());
    }

    @Test
    void anUnknownSeasonIsEmpty() {
        v1.get("show/season", "/portlandia/9").send().ok().isArray().isEmpty();
    }

    @Test
    void provisionalEpisodesOfOtherUsersAreNotReturned() {
        v1.post("rate/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 4, \"rating\": 8")
                .ok();

        v1.get("show/season", "/portlandia/1").send().ok().isArray().hasSize(3);
    }

    @Test
    void anUnknownShowIsNotFoundAndAnInvalidSeasonIsRejected() {
        v1.get("show/season", "/nobody-knows-it/1").send().fails(404, "show not found");
        v1.get("show/season", "/portlandia/one").send().fails(200, "invalid season");
        v1.get("show/season", "/portlandia").send().fails(200, "missing required parameter (season)");
    }
}
