package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/unwatchlist")
class ShowEpisodeUnwatchlistTest extends V1Conformance {

    @Test
    void countsRemovedItems() {
        String two =
                "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}]";
        v1.post("show/episode/watchlist").as(users.ann()).with(two);

        v1.post("show/episode/unwatchlist")
                .as(users.ann())
                .with(
                        "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 3}]")
                .is(200, "removed-one");

        v1.get("user/watchlist/episodes", "/ann")
                .send()
                .ok()
                .inPath("[0].episodes[*].number")
                .isArray()
                .containsExactly(2);
    }

    @Test
    void anUnknownShowIsNotFound() {
        v1.post("show/episode/unwatchlist")
                .as(users.ann())
                .with("\"title\": \"A Show Nobody Knows\", \"episodes\": [{\"season\": 1, \"episode\": 1}]")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/unwatchlist").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }
}
