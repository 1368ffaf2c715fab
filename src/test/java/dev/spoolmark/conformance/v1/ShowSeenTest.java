package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/seen")
class ShowSeenTest extends V1Conformance {

    @Test
    void marksAllAiredEpisodesExceptSpecials() {
        v1.post("show/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011")
                .is(200, "five");
        v1.post("show/seen")
                .as(users.ann())
                .with("\"tvdb_id\": \"153021\"")
                .ok()
                .node("message")
                .isEqualTo("3 episodes marked as seen");
    }

    @Test
    void doesNotCountEpisodesWatchedBefore() {
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"season\": 1, \"episode\": 1")
                .ok();

        v1.post("show/seen")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011")
                .ok()
                .node("message")
                .isEqualTo("4 episodes marked as seen");
    }

    /// As MediaPortal sends it.
    @Test
    void acceptsSeveralShows() {
        v1.post("show/seen").as(users.ann()).with("""
                        "shows": [
                          {"title": "Portlandia", "tvdb_id": "213221", "year": 2011},
                          {"title": "The Walking Dead", "tvdb_id": "153021", "year": 2010},
                          {"tvdb_id": ""}
                        ]
                        """).ok().node("message").isEqualTo("8 episodes marked as seen");
    }

    @Test
    void marksNothingForAShowWithoutEpisodes() {
        v1.post("show/seen")
                .as(users.ann())
                .with("\"title\": \"Nobody Knows\"")
                .ok()
                .node("message")
                .isEqualTo("0 episodes marked as seen");
        v1.post("show/seen").as(users.ann()).send().fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/seen").send().fails(401, "failed authentication");
    }
}
