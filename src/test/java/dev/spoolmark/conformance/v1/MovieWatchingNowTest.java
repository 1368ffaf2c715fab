package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/watchingnow")
class MovieWatchingNowTest extends ReadConformance {

    @Test
    void returnsPublicUsersAndToFriendsProtectedOnes() {
        watches(users.ann(), movie("272"));
        watches(users.bob(), movie("272"));

        v1.get("movie/watchingnow", "/272").send().is(200, "public");
        v1.get("movie/watchingnow", "/272")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(2);
        v1.get("movie/watchingnow", "/272")
                .basic(users.dora())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
    }

    @Test
    void expiredPlaybackIsNotReturned() {
        watches(users.ann(), movie("272"));
        clock.forward(HOUR);

        v1.get("movie/watchingnow", "/272").send().ok().isArray().isEmpty();
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("movie/watchingnow", "/nobody-knows-it").send().fails(404, "movie not found");
    }
}
