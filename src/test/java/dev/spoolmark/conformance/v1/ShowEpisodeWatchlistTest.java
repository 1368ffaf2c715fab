package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 show/episode/watchlist")
class ShowEpisodeWatchlistTest extends V1Conformance {

    @Test
    void countsNewEpisodesAndSkipsInvalidOnes() {
        add("\"tvdb_id\": 213221", "{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}")
                .is(200, "added-two");

        add(
                        "\"tvdb_id\": 213221",
                        "{\"season\": 1, \"episode\": 2}, {\"season\": \"1\", \"episode\": \"3\"}, {\"season\": 9999, \"episode\": 99}, {\"season\": 1}")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to watched list");
        v1.get("user/watchlist/episodes", "/ann")
                .send()
                .ok()
                .inPath("[0].episodes[*].number")
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
                .isEqualTo("1 episodes added to watched list");
    }

    @Test
    void storesAnUnknownShowWithItsEpisode() {
        add("\"title\": \"A Show Nobody Knows\"", "{\"season\": 2, \"episode\": 4}")
                .ok()
                .node("message")
                .isEqualTo("1 episodes added to watched list");
    }

    @Test
    void aShowWithoutReferenceIsNotFound() {
        add("\"title\": \"\"", "{\"season\": 1, \"episode\": 1}").fails(404, "show not found");
        v1.post("show/episode/watchlist").as(users.ann()).with("").fails(200, "missing required parameter (episodes)");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/watchlist").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }

    private V1Response add(String show, String episodes) {
        return v1.post("show/episode/watchlist").as(users.ann()).with(show + ", \"episodes\": [" + episodes + "]");
    }
}
