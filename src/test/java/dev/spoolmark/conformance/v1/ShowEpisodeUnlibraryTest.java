package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/episode/unlibrary")
class ShowEpisodeUnlibraryTest extends V1Conformance {

    @Test
    void countsRemovedItems() {
        String two =
                "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 2}]";
        v1.post("show/episode/library").as(users.ann()).with(two);

        v1.post("show/episode/unlibrary")
                .as(users.ann())
                .with(
                        "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}, {\"season\": 1, \"episode\": 3}]")
                .is(200, "removed-one");

        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[0].seasons[0].episodes")
                .isArray()
                .containsExactly(2);
    }

    @Test
    void anUnknownShowIsNotFound() {
        v1.post("show/episode/unlibrary")
                .as(users.ann())
                .with("\"title\": \"A Show Nobody Knows\", \"episodes\": [{\"season\": 1, \"episode\": 1}]")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/episode/unlibrary").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }
}
