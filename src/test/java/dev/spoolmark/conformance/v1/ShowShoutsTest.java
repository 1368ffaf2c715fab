package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/shouts")
class ShowShoutsTest extends V1Conformance {

    @Test
    void returnsShouts() {
        v1.post("shout/show")
                .as(users.bob())
                .with("\"tvdb_id\": 213221, \"shout\": \"A bird.\"")
                .ok();

        v1.get("show/shouts", "/portlandia").send().is(200, "bob-as-a-name");
        v1.get("show/shouts", "/no-such-show").send().fails(404, "show not found");
    }
}
