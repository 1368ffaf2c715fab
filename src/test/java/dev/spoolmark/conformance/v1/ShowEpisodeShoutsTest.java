package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/shouts")
class ShowEpisodeShoutsTest extends V1Conformance {

    @Test
    void returnsShouts() {
        v1.post("shout/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1, \"shout\": \"Odd.\"")
                .ok();

        v1.get("show/episode/shouts", "/portlandia/1/1").send().is(200, "one");
        v1.get("show/episode/shouts", "/portlandia/99/1").send().fails(404, "episode not found");
    }
}
