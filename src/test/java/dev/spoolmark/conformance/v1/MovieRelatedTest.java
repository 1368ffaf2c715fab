package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 movie/related")
class MovieRelatedTest extends ReadConformance {

    @Test
    void returnsTheBestMatchFirst() {
        v1.get("movie/related", "/tt0372784").send().is(200, "of-batman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidewatched", "true", "1"})
    void leavesOutItemsThatTheUserWatched(String flag) {
        scrobbled(users.ann(), movie("300-2006"));

        v1.get("movie/related", "/272/" + flag)
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("movie/related", "/272/" + flag).send().ok().isArray().hasSize(1);
        v1.get("movie/related", "/272/false")
                .basic(users.ann())
                .send()
                .ok()
                .node("[0].watched")
                .isEqualTo(true);
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("movie/related", "/nobody-knows-it").send().fails(404, "movie not found");
    }
}
