package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 lists/items/add")
class ListsItemsAddTest extends V1Conformance {

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
    void addsItemsOfEveryKindInTheOrderOfTheRequest() {
        v1.post("lists/items/add").as(users.ann()).with(ITEMS).is(200, "four");

        v1.get("user/list", "/ann/rainy-days")
                .send()
                .ok()
                .inPath("items[*].type")
                .isArray()
                .containsExactly("movie", "show", "season", "episode");
    }

    @Test
    void countsExistingItems() {
        v1.post("lists/items/add").as(users.ann()).with(ITEMS);

        v1.post("lists/items/add").as(users.ann()).with(ITEMS).is(200, "four-there");
    }

    @Test
    void skipsItemsThatAreNotFoundWithTheReason() {
        v1.post("lists/items/add").as(users.ann()).with("""
                "slug": "rainy-days", "items": [
                  {"type": "movie", "title": "No Year"},
                  {"type": "season", "tvdb_id": 153021, "season": 77},
                  {"type": "season", "title": "Nobody Knows", "season": 1},
                  {"type": "episode", "tvdb_id": 153021, "season": 1},
                  {"type": "episode", "tvdb_id": 153021, "season": 9999, "episode": 1},
                  {"type": "person", "title": "Somebody"},
                  {"tvdb_id": 153021},
                  null,
                  {"type": "show", "tvdb_id": 153021, "season": 0, "episode": 0}]
                """).is(200, "skipped");
    }

    @Test
    void storesAnUnknownMovie() {
        v1.post("lists/items/add")
                .as(users.ann())
                .with("""
                "slug": "rainy-days", "items": [{"type": "movie", "imdb_id": "tt9999999", "title": "New", "year": 2020}]
                """)
                .ok()
                .node("inserted")
                .isEqualTo(1);
    }

    @Test
    void anUnknownListIsNotFound() {
        v1.post("lists/items/add").as(users.ann()).with("\"slug\": \"none\"").fails(404, "list not found");
        v1.post("lists/items/add").as(users.bob()).with(ITEMS).fails(404, "list not found");
        v1.post("lists/items/add").with(ITEMS).fails(401, "failed authentication");
    }
}
