package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 lists/items/delete")
class ListsItemsDeleteTest extends V1Conformance {

    private static final String ITEMS = """
            "slug": "rainy-days", "items": [
              {"type": "movie", "imdb_id": "tt0372784", "title": "Batman Begins", "year": 2005},
              {"type": "show", "tvdb_id": 213221, "title": "Portlandia"},
              {"type": "season", "tvdb_id": "153021", "title": "The Walking Dead", "season": 1},
              {"type": "Episode", "tvdb_id": 153021, "title": "The Walking Dead", "season": 1, "episode": 1}]
            """;

    @BeforeEach
    void addList() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\"");
    }

    @Test
    void removesItemsOnTheList() {
        v1.post("lists/items/add").as(users.ann()).with(ITEMS);

        v1.post("lists/items/delete").as(users.ann()).with(ITEMS).is(200, "four");

        v1.post("lists/items/delete").as(users.ann()).with(ITEMS).is(200, "none");
        v1.get("user/list", "/ann/rainy-days")
                .send()
                .ok()
                .node("items")
                .isArray()
                .isEmpty();
    }

    @Test
    void skipsUnknownItemsWithTheReason() {
        v1.post("lists/items/delete")
                .as(users.ann())
                .with("\"slug\": \"rainy-days\", \"items\": [{\"type\": \"movie\", \"imdb_id\": \"tt9999999\"}]")
                .is(200, "unknown");
    }
}
