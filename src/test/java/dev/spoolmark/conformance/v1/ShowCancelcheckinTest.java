package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/cancelcheckin")
class ShowCancelcheckinTest extends V1Conformance {

    /// Movies and episodes share one slot.
    @Test
    void endsACheckinOfAnyItem() {
        v1.post("movie/checkin").as(users.ann()).with("\"tmdb_id\": 272").ok();

        v1.post("show/cancelcheckin").as(users.ann()).send().is(200, "done");

        v1.get("user/watching", "/ann").send().ok().isArray().isEmpty();
        v1.post("show/checkin")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok()
                .node("status")
                .isEqualTo("success");
    }

    @Test
    void succeedsWithoutACheckinAndWithGet() {
        v1.post("show/cancelcheckin").as(users.ann()).send().is(200, "done");
        v1.send("GET", "/show/cancelcheckin/{key}")
                .as("show/cancelcheckin")
                .basic(users.ann())
                .send()
                .is(200, "done");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/cancelcheckin").send().fails(401, "failed authentication");
    }
}
