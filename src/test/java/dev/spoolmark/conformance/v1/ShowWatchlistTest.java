package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 show/watchlist")
class ShowWatchlistTest extends V1Conformance {

    @Test
    void countsInsertedExistingAndSkippedItems() {
        v1.post("show/watchlist").as(users.ann()).with("""
                "shows": [
                  {"tvdb_id": 213221, "title": "Portlandia", "year": 2011},
                  {"tvdb_id": 153021, "title": "The Walking Dead", "year": 2010}]
                """).is(200, "inserted-two");

        v1.post("show/watchlist").as(users.ann()).with("""
                "plugin_version": "2.1", "media_center_version": "12.2", "media_center_date": "May 04 2013",
                "shows": [
                  {"tvdb_id": "213221", "title": "Portlandia", "year": 2011},
                  {"title": "A Show Nobody Knows"},
                  {"year": 2011}]
                """).is(200, "inserted-existing-skipped");

        v1.get("user/watchlist/shows", "/ann").send().ok().isArray().hasSize(3);
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/watchlist").with("\"shows\": []").fails(401, "failed authentication");
    }

    @Test
    void acceptsOneShowAtTheTopOfTheBody() {
        v1.post("show/watchlist")
                .as(users.ann())
                .with("\"tvdb_id\": 153021, \"title\": \"The Walking Dead\", \"year\": 2010")
                .ok()
                .node("inserted")
                .isEqualTo(1);
        v1.post("show/unwatchlist")
                .as(users.ann())
                .with("\"tvdb_id\": 153021")
                .ok()
                .node("message")
                .isEqualTo("1 shows removed from your watchlist");
    }
}
