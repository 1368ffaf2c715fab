package dev.spoolmark.conformance.v1;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 calendar/premieres")
class CalendarPremieresTest extends V1Conformance {

    @Test
    void returnsTheFirstEpisodeOfEachSeason() {
        v1.get("calendar/premieres", "/20101025/7").send().is(200, "a-first-season");
        v1.get("calendar/premieres", "/20120101/31")
                .send()
                .ok()
                .inPath("[*].episodes[*].episode.title")
                .isEqualTo("[\"Mixologist\"]");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        ShowId show = users.features()
                .catalog()
                .findShow(CatalogFixture.showRef("153021"))
                .orElseThrow()
                .id();
        EpisodeId first = users.features()
                .catalog()
                .guide(show)
                .episode(1, 1)
                .orElseThrow()
                .id();
        rowsOf(users.ann()).addPlay(show, first, 1, clock.instant());
        rowsOf(users.ann()).addCollected(show, first);
        rowsOf(users.ann()).addRating(first, 10);
        rowsOf(users.ann()).addRating(show, 9);

        v1.send("POST", "/calendar/premieres.json/{key}/20101031/1")
                .as(users.ann())
                .as("calendar/premieres")
                .send()
                .is(200, "with-what-ann-did");
    }

    @Test
    void returnsAnEmptyArrayIfNothingAirs() {
        v1.send("GET", "/calendar/premieres/{key}?date=2013-09-21&days=5")
                .send()
                .ok()
                .isEqualTo("[]");
    }
}
