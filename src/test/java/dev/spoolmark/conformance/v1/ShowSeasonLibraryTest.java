package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/season/library")
class ShowSeasonLibraryTest extends V1Conformance {

    @Test
    void addsAllEpisodesOfTheSeason() {
        v1.post("show/season/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": \"1\"")
                .is(200, "added-three");
        v1.post("show/season/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 0")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to your library");
        v1.post("show/season/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 9")
                .ok()
                .node("message")
                .isEqualTo("0 episodes added to your library");
    }

    @Test
    void reportsMissingAndInvalidParameters() {
        v1.post("show/season/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221")
                .fails(200, "missing required parameter (season)");
        v1.post("show/season/library")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": \"one\"")
                .fails(200, "invalid season");
        v1.post("show/season/library").as(users.ann()).with("\"season\": 1").fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/season/library")
                .with("\"tvdb_id\": 213221, \"season\": 1")
                .fails(401, "failed authentication");
    }
}
