package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/unseen")
class ShowEpisodeUnseenTest extends V1Conformance {

    @Test
    void removesScrobblesToo() {
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"season\": 1, \"episode\": 1")
                .ok();

        unseen("{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}")
                .is(200, "one");

        v1.get("user/watched", "/ann").send().ok().isArray().isEmpty();
        unseen("{\"season\": 1, \"episode\": 1}").ok().node("message").isEqualTo("0 episodes marked as unseen");
    }

    @Test
    void anUnknownShowIsNotFound() {
        v1.post("show/episode/unseen")
                .as(users.ann())
                .with("\"title\": \"Nobody Knows\", \"episodes\": [{\"season\": 1, \"episode\": 1}]")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/unseen").send().fails(401, "failed authentication");
    }

    private V1Response unseen(String episodes) {
        return v1.post("show/episode/unseen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"episodes\": [" + episodes
                        + "]");
    }
}
