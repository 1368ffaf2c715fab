package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/comments")
class ShowCommentsTest extends V1Conformance {

    @Test
    void returnsTheCommentsOnTheShow() {
        v1.post("comment/show")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"comment\": \"Put a bird on it.\"")
                .ok();

        v1.get("show/comments", "/213221").send().is(200, "one");
        v1.get("show/comments", "/portlandia/reviews").send().ok().isArray().isEmpty();
        v1.get("show/comments", "/no-such-show").send().fails(404, "show not found");
    }
}
