package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 movie/watchlist")
class MovieWatchlistTest extends V1Conformance {

    @Test
    void countsInsertedExistingAndSkippedItems() {
        v1.post("movie/watchlist")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272}]")
                .is(200, "first");

        v1.post("movie/watchlist").as(users.ann()).with("""
                "movies": [
                  {"imdb_id": "tt0372784", "title": "Batman Begins", "year": "2005"},
                  {"imdb_id": "tt1285016", "tmdb_id": null, "title": "The Social Network", "year": 2010},
                  {"tmdb_id": "37799"},
                  {"title": "No Year"},
                  null]
                """).is(200, "inserted-existing-skipped");

        returnedItems().isArray().hasSize(2);
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        String body = "\"movies\": [{\"imdb_id\": \"tt0372784\"}, {\"title\": \"A New One\", \"year\": 2013}]";
        v1.post("movie/watchlist")
                .as(users.ann())
                .with(body)
                .ok()
                .node("inserted")
                .isEqualTo(2);

        v1.post("movie/watchlist")
                .as(users.ann())
                .with(body)
                .ok()
                .node("already_exist")
                .isEqualTo(2);
        returnedItems().isArray().hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"movies\": [{\"imdb_id\": \"tt0372784\"}]}",
                "{\"movies\": [{\"imdb_id\": \"tt0372784\", \"last_played\": 0, \"plays\": 0, \"title\": \"Batman Begins\", \"year\": 2005}],"
                        + " \"plugin_version\": \"2.1\", \"media_center_version\": \"12.2\", \"media_center_date\": \"May 04 2013\"}",
                "{\"movies\": [{\"imdb_id\": \"tt0372784\", \"title\": \"Batman Begins\", \"year\": 2005}]}"
            })
    void acceptsTheBodiesOfKnownClients(String body) {
        v1.post("movie/watchlist")
                .basic(users.ann())
                .raw(body)
                .ok()
                .node("inserted")
                .isEqualTo(1);
    }

    @Test
    void rejectsABodyWithoutItems() {
        v1.post("movie/watchlist").as(users.ann()).with("").fails(200, "missing required parameter (movies)");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("movie/watchlist").with("\"movies\": []").fails(401, "failed authentication");
    }

    private ConfigurableJsonAssert returnedItems() {
        return v1.get("user/watchlist/movies", "/ann").send().ok();
    }
}
