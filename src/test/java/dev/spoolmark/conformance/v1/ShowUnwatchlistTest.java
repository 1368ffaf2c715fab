package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/unwatchlist")
class ShowUnwatchlistTest extends V1Conformance {

    @Test
    void countsRemovedItems() {
        v1.post("show/watchlist").as(users.ann()).with("\"shows\": [{\"tvdb_id\": 213221}, {\"tvdb_id\": 153021}]");

        v1.post("show/unwatchlist")
                .as(users.ann())
                .with(
                        "\"shows\": [{\"tvdb_id\": \"213221\", \"title\": \"Portlandia\", \"year\": 2011}, {\"tvdb_id\": 250001}, {\"title\": \"Nobody Knows It\"}]")
                .is(200, "removed-one");

        v1.get("user/watchlist/shows", "/ann")
                .send()
                .ok()
                .inPath("[*].title")
                .isArray()
                .containsExactly("The Walking Dead");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/unwatchlist").with("\"shows\": []").fails(401, "failed authentication");
    }
}
