package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 show/episode/library")
class ShowEpisodeLibraryTest extends V1Conformance {

    @Test
    void countsNewEpisodesAndSkipsInvalidOnes() {
        add("\"tvdb_id\": 213221", "{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}")
                .is(200, "added-two");

        add(
                        "\"tvdb_id\": 213221",
                        "{\"season\": 1, \"episode\": 2}, {\"season\": \"1\", \"episode\": \"3\"}, {\"season\": 9999, \"episode\": 99}, {\"season\": 1}")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to your library");
        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[0].seasons[0].episodes")
                .isArray()
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tvdb_id\": 213221",
                "\"tvdb_id\": \"213221\", \"title\": \"Portlandia\", \"year\": 2011",
                "\"imdb_id\": \"tt1780441\", \"tvdb_id\": \"213221\", \"title\": \"Portlandia\", \"year\": 2011",
                "\"imdb_id\": \"\", \"title\": \"portlandia\", \"year\": \"2011\""
            })
    void acceptsTheBodiesOfKnownClients(String show) {
        add(show, "{\"season\": 1, \"episode\": 1, \"last_played\": 0}")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to your library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"episode_tvdb_id", "tvdb_id"})
    void theIdOfAnEpisodePrecedesItsNumbers(String member) {
        add("\"tvdb_id\": 213221", "{\"season\": 2011, \"episode\": 9, \"" + member + "\": 3436461}")
                .ok();

        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[0].seasons[0]")
                .isEqualTo("{\"season\": 1, \"episodes\": [1]}");
    }

    @Test
    void anIdOfAnEpisodeOfAnotherShowAddsThatEpisode() {
        add("\"tvdb_id\": 153021", "{\"season\": 1, \"episode\": 1, \"episode_tvdb_id\": 3436462}")
                .ok();

        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[*].title")
                .isEqualTo("[\"Portlandia\"]");
    }

    @Test
    void skipsNumbersOutOfRangeWithTheReason() {
        add("\"tvdb_id\": 213221", "{\"season\": 9999, \"episode\": 1}, {\"season\": 1, \"episode\": 1}")
                .ok()
                .inPath("skipped_episodes[0].reason")
                .isEqualTo("invalid season");
    }

    @Test
    void ignoresTheIdOfTheShowInAnEpisode() {
        add("\"tvdb_id\": 213221", "{\"season\": 1, \"episode\": 2, \"tvdb_id\": \"213221\"}")
                .ok();

        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[0].seasons[0].episodes")
                .isEqualTo("[2]");
    }

    @Test
    void storesAnUnknownShowWithItsEpisode() {
        add("\"title\": \"A Show Nobody Knows\"", "{\"season\": 2, \"episode\": 4}")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to your library");
    }

    @Test
    void aShowWithoutReferenceIsNotFound() {
        add("\"title\": \"\"", "{\"season\": 1, \"episode\": 1}").fails(404, "show not found");
        v1.post("show/episode/library").as(users.ann()).with("").fails(200, "missing required parameter (episodes)");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/library").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }

    private V1Response add(String show, String episodes) {
        return v1.post("show/episode/library").as(users.ann()).with(show + ", \"episodes\": [" + episodes + "]");
    }
}
