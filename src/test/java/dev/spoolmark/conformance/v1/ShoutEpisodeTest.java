package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 shout/episode")
class ShoutEpisodeTest extends V1Conformance {

    @Test
    void addsAShout() {
        v1.post("shout/episode")
                .as(users.ann())
                .with(
                        "\"episode\": \"1\", \"season\": \"1\", \"shout\": \"Odd.\", \"title\": \"Portlandia\", \"tvdb_id\": \"213221\", \"year\": 2011")
                .is(200, "added");

        v1.get("show/episode/shouts", "/portlandia/1/1")
                .send()
                .ok()
                .node("[0].shout")
                .isEqualTo("Odd.");
        v1.post("shout/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .fails(200, "shout is required");
        v1.post("shout/episode").with("\"shout\": \"Hi\"").fails(401, "failed authentication");
    }
}
