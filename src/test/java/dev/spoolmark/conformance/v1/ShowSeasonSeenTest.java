package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 show/season/seen")
class ShowSeasonSeenTest extends V1Conformance {

    @Test
    void marksTheEpisodesThatHaveAired() {
        season("1").is(200, "three");
        season("\"1\"").ok().node("message").isEqualTo("0 episodes marked as seen");
        season("0").ok().node("message").isEqualTo("1 episodes marked as seen");
        season("9").ok().node("message").isEqualTo("0 episodes marked as seen");
    }

    @Test
    void leavesOutFutureEpisodes() {
        v1.post("show/season/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 153021, \"season\": 4")
                .ok()
                .node("message")
                .isEqualTo("0 episodes marked as seen");
    }

    @Test
    void reportsMissingAndInvalidParameters() {
        v1.post("show/season/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221")
                .fails(200, "missing required parameter (season)");
        season("\"one\"").fails(200, "invalid season");
        v1.post("show/season/seen").as(users.ann()).with("\"season\": 1").fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/season/seen").send().fails(401, "failed authentication");
    }

    private V1Response season(String number) {
        return v1.post("show/season/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"season\": " + number);
    }
}
