package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 comment/show")
class CommentShowTest extends V1Conformance {

    @Test
    void addsAShout() {
        v1.post("comment/show")
                .as(users.ann())
                .with("\"tvdb_id\": \"213221\", \"comment\": \"Put a bird on it.\"")
                .is(200, "shout");

        v1.get("show/comments", "/portlandia").send().ok().node("[0].text").isEqualTo("Put a bird on it.");
    }

    @Test
    void rejectsInvalidRequests() {
        v1.post("comment/show").as(users.ann()).with("\"tvdb_id\": 213221").fails(200, "comment is required");
        v1.post("comment/show")
                .as(users.ann())
                .with("\"comment\": \"Of what?\"")
                .fails(404, "show not found");
        v1.post("comment/show").with("\"comment\": \"Hi\"").fails(401, "failed authentication");
    }
}
