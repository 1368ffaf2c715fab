package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/stats")
class ShowEpisodeStatsTest extends ReadConformance {

    @Test
    void countsTheEpisodeAlone() {
        scrobbled(users.ann(), episode("portlandia", 1, 1));
        scrobbled(users.ann(), episode("portlandia", 1, 2));

        v1.get("show/episode/stats", "/portlandia/1/1").send().is(200, "counted");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/episode/stats", "/nobody-knows-it/1/1").send().fails(404, "show not found");
        v1.get("show/episode/stats", "/portlandia/1/99").send().fails(404, "episode not found");
    }
}
