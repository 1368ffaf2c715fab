package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/unlibrary")
class ShowUnlibraryTest extends V1Conformance {

    @Test
    void removesAllEpisodesIncludingSpecials() {
        v1.post("show/library").as(users.ann()).with("\"tvdb_id\": 213221");
        v1.post("show/season/library").as(users.ann()).with("\"tvdb_id\": 213221, \"season\": 0");
        v1.post("show/library").as(users.ann()).with("\"tvdb_id\": 250001");

        v1.post("show/unlibrary")
                .as(users.ann())
                .with("\"tvdb_id\": \"213221\", \"title\": \"Portlandia\", \"year\": 2011")
                .is(200, "removed-six");

        v1.get("user/library/shows/collection", "/ann")
                .send()
                .ok()
                .inPath("[*].title")
                .isArray()
                .containsExactly("Dark Matters");
    }

    @Test
    void anUnknownShowIsNotFound() {
        v1.post("show/unlibrary")
                .as(users.ann())
                .with("\"title\": \"A Show Nobody Knows\"")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/unlibrary").with("\"tvdb_id\": 213221").fails(401, "failed authentication");
    }
}
