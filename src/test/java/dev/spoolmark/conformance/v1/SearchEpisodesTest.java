package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 search/episodes")
class SearchEpisodesTest extends V1Conformance {

    @Test
    void returnsEachEpisodeWithItsShow() {
        v1.get("search/episodes", "?query=first&limit=1").send().is(200, "first");
    }

    @Test
    void acceptsTheQueryInThePath() {
        v1.get("search/episodes", "/first/1").send().ok().isArray().hasSize(1);
        v1.get("search/episodes", "/warfare").send().ok().isArray().isEmpty();
    }
}
