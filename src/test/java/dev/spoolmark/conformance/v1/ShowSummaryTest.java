package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.stats.UserDataRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 show/summary")
class ShowSummaryTest extends ReadConformance {

    @Test
    void returnsAllDetailsOfAShow() {
        scrobbled(users.ann(), episode("portlandia", 1, 2));
        rows.addPlay(users.bob().account(), episode("portlandia", 1, 2), UserDataRows.CHECKIN, ago(HOUR));
        rows.addCollected(users.ann().account().id(), episode("portlandia", 1, 1), ago(HOUR));

        v1.get("show/summary", "/portlandia").send().is(200, "anonymous");
    }

    @Test
    void matchesTheRecordedShape() {
        loadCaptured();
        scrobbled(users.ann(), episode("261690", 1, 1));
        database().write(tx -> tx.update("UPDATE account SET age = 30")); // an unknown age is an empty string

        RecordedShape.fits(
                "show/summary",
                v1.get("show/summary", "/the-americans/extended").send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"extended", "true", "full"})
    void theExtendedParameterAddsTheSeasonsNewestFirst(String word) {
        v1.get("show/summary", "/213221/" + word).basic(users.ann()).send().is(200, "extended");
    }

    @Test
    void aSeasonWithoutEpisodesIsLeftOutOfTheSeasons() {
        database().write(tx -> tx.update("""
                INSERT INTO season (season_id, show_id, number, poster, provisional)
                SELECT 77007, show_id, 7, NULL, FALSE FROM show WHERE title = 'Portlandia'
                """));

        v1.get("show/summary", "/portlandia/extended")
                .send()
                .ok()
                .inPath("seasons[*].season")
                .isArray()
                .containsExactly(2, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portlandia", "213221", "tt1780441", "213221/"})
    void isFoundBySlugAndByIds(String title) {
        v1.get("show/summary", "/" + title)
                .send()
                .ok()
                .isObject()
                .containsEntry("title", "Portlandia")
                .doesNotContainKey("seasons");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/summary", "/nobody-knows-it").send().fails(404, "show not found");
    }

    /// The slug is at the position of the key and is not a valid key.
    @Test
    void aPathWithoutItsKeyHasAnInvalidKey() {
        v1.send("GET", "/show/summary.json/the-walking-dead-2010-2014").send().fails(401, "invalid API key");
        v1.send("GET", "/show/summary.json/the-walking-dead/extended").send().fails(401, "invalid API key");
    }
}
