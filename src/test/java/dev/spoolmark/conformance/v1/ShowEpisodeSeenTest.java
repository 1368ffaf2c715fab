package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/seen")
class ShowEpisodeSeenTest extends V1Conformance {

    @Test
    void countsEpisodesThatWereNotWatchedBefore() {
        seen("{\"season\": 1, \"episode\": 1, \"last_played\": \"1372000000\"}").is(200, "one");
        seen("{\"season\": \"1\", \"episode\": \"1\"}, {\"season\": 1, \"episode\": 2}")
                .is(200, "one");
        seen("{\"season\": 1, \"episode\": 1}").is(200, "none");
    }

    @Test
    void skipsInvalidEpisodesAndReportsThem() {
        seen("{\"season\": 1, \"episode\": 1}, {\"season\": 7777, \"episode\": 1}, {\"season\": \"x\"}, null")
                .ok()
                .isEqualTo("{\"status\": \"success\", \"message\": \"1 episodes marked as seen\", \"skipped\": 3,"
                        + " \"skipped_episodes\": \"${json-unit.ignore}\"}");
        seen("").fails(200, "missing required parameter (episodes)");
    }

    @Test
    void aMissingShowIsNotFound() {
        v1.post("show/episode/seen")
                .as(users.ann())
                .with("\"episodes\": [{\"season\": 1, \"episode\": 1}]")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/seen").send().fails(401, "failed authentication");
    }

    private V1Response seen(String episodes) {
        return v1.post("show/episode/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"episodes\": [" + episodes
                        + "]");
    }
}
