package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 show/watchingnow")
class ShowWatchingNowTest extends ReadConformance {

    @Test
    void returnsPublicUsersAndToFriendsProtectedOnes() {
        watches(users.ann(), episode("portlandia", 1, 1));
        watches(users.bob(), episode("portlandia", 1, 1));

        v1.get("show/watchingnow", "/portlandia").send().is(200, "public");
        v1.get("show/watchingnow", "/portlandia")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(2);
        v1.get("show/watchingnow", "/portlandia")
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

        v1.get("show/watchingnow", "/portlandia").send().ok().isArray().isEmpty();
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/watchingnow", "/nobody-knows-it").send().fails(404, "show not found");
    }
}
