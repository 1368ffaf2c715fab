package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 shout/show")
class ShoutShowTest extends V1Conformance {

    @Test
    void addsAShout() {
        v1.post("shout/show")
                .as(users.ann())
                .with(
                        "\"imdb_id\": \"tt1780441\", \"shout\": \"A bird.\", \"title\": \"Portlandia\", \"tvdb_id\": \"213221\", \"year\": 2011")
                .is(200, "added");

        v1.get("show/shouts", "/213221").send().ok().node("[0].shout").isEqualTo("A bird.");
        v1.post("shout/show").as(users.ann()).with("\"tvdb_id\": 213221").fails(200, "shout is required");
        v1.post("shout/show").with("\"shout\": \"Hi\"").fails(401, "failed authentication");
    }
}
