package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/library")
class ShowLibraryTest extends V1Conformance {

    @Test
    void addsAllAiredEpisodesExceptSpecials() {
        v1.post("show/library").as(users.ann()).with("\"tvdb_id\": 213221").is(200, "added-five");
        v1.post("show/library")
                .as(users.ann())
                .with("\"title\": \"The Walking Dead\", \"year\": 2010")
                .ok()
                .node("message")
                .isEqualTo("3 episodes added to your library");
        v1.post("show/library")
                .as(users.ann())
                .with("\"imdb_id\": \"tt1780441\"")
                .ok()
                .node("message")
                .isEqualTo("0 episodes added to your library");
    }

    @Test
    void addsNothingForAShowWithoutEpisodes() {
        v1.post("show/library")
                .as(users.ann())
                .with("\"title\": \"A Show Nobody Knows\"")
                .ok()
                .node("message")
                .isEqualTo("0 episodes added to your library");
        v1.post("show/library").as(users.ann()).with("").fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/library").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }
}
