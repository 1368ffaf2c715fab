package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/watchingnow")
class ShowEpisodeWatchingNowTest extends ReadConformance {

    @Test
    void returnsPublicUsersAndToFriendsProtectedOnes() {
        watches(users.ann(), episode("portlandia", 1, 1));
        watches(users.bob(), episode("portlandia", 1, 1));

        v1.get("show/episode/watchingnow", "/portlandia/1/1").send().is(200, "public");
        v1.get("show/episode/watchingnow", "/portlandia/1/1")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(2);
        v1.get("show/episode/watchingnow", "/portlandia/1/1")
                .basic(users.dora())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
    }

    @Test
    void expiredPlaybackIsNotReturned() {
        watches(users.ann(), episode("portlandia", 1, 1));
        clock.forward(HOUR);

        v1.get("show/episode/watchingnow", "/portlandia/1/1")
                .send()
                .ok()
                .isArray()
                .isEmpty();
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/episode/watchingnow", "/portlandia/1/99").send().fails(404, "episode not found");
    }
}
