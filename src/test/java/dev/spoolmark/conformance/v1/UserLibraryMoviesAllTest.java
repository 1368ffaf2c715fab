package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.LibraryConformance;
import dev.spoolmark.conformance.Specified;
import org.junit.jupiter.api.Test;

@Specified("v1 user/library/movies/all")
class UserLibraryMoviesAllTest extends LibraryConformance {

    @Test
    void returnsTheRequestedLevelOfDetail() {
        v1.get("user/library/movies/all", "/ann/min").send().is(200, "min");
        v1.get("user/library/movies/all", "/ann").send().is(200, "default");
        v1.get("user/library/movies/all", "/ann/true").send().is(200, "full");
        v1.get("user/library/movies/all", "/ann/extended").send().is(200, "full");
    }

    @Test
    void acceptsPost() {
        v1.send("POST", "/user/library/movies/all.json/{key}/ann/min")
                .as(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(3);
    }

    @Test
    void aProtectedUserIsVisibleToThemselvesAndApprovedFollowers() {
        v1.post("movie/library").as(users.bob()).with("\"movies\": [{\"tmdb_id\": 272}]");

        v1.get("user/library/movies/all", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/library/movies/all", "/bob")
                .basic(users.dora())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("user/library/movies/all", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .hasSize(1);
        v1.get("user/library/movies/all", "/nobody").send().fails(404, "user not found");
        v1.get("user/library/movies/all", "/ann").basic(users.impostor()).send().fails(401, "failed authentication");
    }
}
