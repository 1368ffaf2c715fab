package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 show/scrobble")
class ShowScrobbleTest extends V1Conformance {

    @Test
    void returnsShowSeasonAndEpisode() {
        send("25").is(200, "done");
    }

    /// As XBMC, Plex and MediaPortal send it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tvdb_id\": \"153021\", \"title\": \"The Walking Dead\", \"year\": \"2010\", \"season\": \"1\", \"episode\": \"1\", \"duration\": \"60\", \"progress\": \"25\", \"media_center\": \"MediaPortal\"",
                "\"tvdb_id\": \"153021\", \"season\": 1, \"episode\": 1, \"episode_tvdb_id\": \"\", \"duration\": 45.0, \"progress\": 45.0",
                "\"tvdb_id\": 0, \"imdb_id\": \"tt1520211\", \"season\": 1, \"episode\": 1",
                "\"tvdb_id\": 153021, \"season\": 9, \"episode\": 9, \"episode_tvdb_id\": 2493011",
                "\"tvdb_id\": 153021, \"season\": 1, \"episode\": 1, \"episode_tvdb_id\": 99999999"
            })
    void findsTheEpisodeByItsOwnIdFirst(String body) {
        v1.post("show/scrobble").as(users.ann()).with(body).is(200, "done");
    }

    @Test
    void reportsMissingAndInvalidParameters() {
        v1.post("show/scrobble").as(users.ann()).send().fails(200, "missing required parameter (season)");
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"season\": 1, \"episode\": 1")
                .fails(404, "show not found");
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 250001, \"season\": 2101, \"episode\": 1")
                .fails(200, "invalid season");
    }

    @Test
    void storesAnUnknownEpisodeOfAKnownShowForItsUser() {
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 250001, \"season\": 2005, \"episode\": 3, \"episode_tvdb_id\": 4444444,"
                        + " \"duration\": 60, \"progress\": 95")
                .ok()
                .node("message")
                .isEqualTo("scrobbled Dark Matters 2005x03");
        v1.get("show/episode/summary", "/250001/2005/3")
                .basic(users.ann())
                .send()
                .ok();
        v1.get("show/episode/summary", "/250001/2005/3").send().fails(404, "episode not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/scrobble").send().fails(401, "failed authentication");
    }

    @Test
    void rejectsARepeatedScrobbleOfOneViewing() {
        send("95").ok();
        send("95").fails(200, "scrobbled The Walking Dead 1x01 already");
        clock.forward(Duration.ofMinutes(48));
        send("95").ok().node("status").isEqualTo("success");

        v1.get("user/watched/episodes", "/ann").send().ok().isArray().hasSize(2);
    }

    private V1Response send(String progress) {
        return v1.post("show/scrobble")
                .as(users.ann())
                .with(
                        "\"tvdb_id\": 153021, \"title\": \"The Walking Dead\", \"year\": 2010, \"season\": 1, \"episode\": 1, \"duration\": 60, \"progress\": %s"
                                .formatted(progress));
    }
}
