package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/stats")
class ShowStatsTest extends ReadConformance {

    @Test
    void sumsTheCountsOfItsEpisodes() {
        scrobbled(users.ann(), episode("portlandia", 1, 1));
        scrobbled(users.ann(), episode("portlandia", 1, 2));
        rows.addCollected(users.ann().account().id(), episode("portlandia", 1, 1), ago(HOUR));
        rows.addToWatchlist(users.ann().account().id(), show("portlandia"), ago(HOUR));

        v1.get("show/stats", "/portlandia").send().is(200, "counted");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/stats", "/nobody-knows-it").send().fails(404, "show not found");
    }
}
