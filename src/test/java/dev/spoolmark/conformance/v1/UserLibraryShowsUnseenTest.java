package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/shows/unseen")
class UserLibraryShowsUnseenTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/shows/unseen", "/ann/min").send().is(200, "min");
        v1.get("user/library/shows/unseen", "/ann").send().is(200, "default");
    }

    @Test
    void isEmptyIfTheUserMarkedNothing() {
        v1.get("user/library/shows/unseen", "/dora").send().fails(404, "user not found");
        v1.get("user/library/shows/unseen", "/" + users.dora().name())
                .send()
                .ok()
                .isArray()
                .isEmpty();
    }
}
