package dev.spoolmark.conformance.v1;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/progress/collected")
class UserProgressCollectedTest extends V1Conformance {

    @Test
    void returnsTheFirstMissingEpisodeAsNext() {
        ShowId show = users.features()
                .catalog()
                .findShow(CatalogFixture.showRef("portlandia"))
                .orElseThrow()
                .id();
        ShowGuide guide = users.features().catalog().guide(show);
        EpisodeId second = guide.episode(1, 2).orElseThrow().id();
        rowsOf(users.ann()).addCollected(show, second);
        rowsOf(users.ann()).addPlay(show, second, 1, clock.instant());

        v1.get("user/progress/collected", "/ann").send().is(200, "the-first-gap-is-next");
    }

    @Test
    void isEmptyWithoutACollection() {
        v1.get("user/progress/collected", "/ann/all/activity/full").send().ok().isEqualTo("[]");
    }
}
