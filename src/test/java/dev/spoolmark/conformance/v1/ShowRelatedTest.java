package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 show/related")
class ShowRelatedTest extends ReadConformance {

    @Test
    void matchesTheRecordedShape() {
        loadCaptured();

        V1Response response = v1.get("show/related", "/the-americans").send();

        RecordedShape.fits("show/related", response);
        response.is(200, "of-the-americans");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hidewatched", "/extended/hidewatched", "?hidewatched=true"})
    void leavesOutShowsThatTheUserWatched(String flag) {
        loadCaptured();
        scrobbled(users.ann(), episode("the-walking-dead", 1, 1));

        v1.get("show/related", "/261690" + flag).send().ok().isArray().hasSize(2);
        v1.get("show/related", "/261690" + flag)
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(1)
                .first()
                .isObject()
                .containsEntry("title", "Game of Thrones")
                .containsEntry("in_watchlist", false);
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("show/related", "/nobody-knows-it").send().fails(404, "show not found");
    }
}
