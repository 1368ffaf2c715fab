package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 lists/add")
class ListsAddTest extends V1Conformance {

    @Test
    void createsAnEmptyList() {
        v1.post("lists/add").as(users.ann()).with("""
                        "name": "Rainy days", "description": "For long evenings.", "privacy": "public",
                        "show_numbers": true, "allow_shouts": true
                        """).is(200, "added");

        v1.get("user/list", "/ann/rainy-days")
                .send()
                .ok()
                .node("items")
                .isArray()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"My list\", \"privacy\": \"public\"",
                "\"name\": \"My list\", \"privacy\": \"Public\"",
                "\"name\": \"My list\", \"privacy\": \"PUBLIC\", \"allow_shouts\": false",
                "\"name\": \"My list\"",
                """
                "name": "My list", "slug": null, "description": "", "privacy": "public", "show_numbers": false,
                "allow_shouts": "0", "plugin_version": "1.0", "media_center_version": "12", "media_center_date": "x",
                "items": [{"type": "movie", "imdb_id": "tt0372784", "title": "Batman Begins", "year": 2005}]
                """
            })
    void acceptsTheBodiesOfKnownClients(String body) {
        v1.post("lists/add").as(users.ann()).with(body).is(200, "plain");
    }

    @Test
    void rejectsANameInUse() {
        v1.post("lists/add").as(users.ann()).with("\"name\": \"Rainy days\"").ok();

        v1.post("lists/add")
                .as(users.ann())
                .with("\"name\": \"rainy days\"")
                .fails(200, "a list with that name already exists");
    }

    @Test
    void rejectsMissingAndInvalidParameters() {
        v1.post("lists/add").as(users.ann()).with("").fails(200, "missing required parameter (name)");
        v1.post("lists/add")
                .as(users.ann())
                .with("\"name\": \"a\", \"privacy\": \"some\"")
                .fails(200, "invalid privacy");
        v1.post("lists/add").with("\"name\": \"a\"").fails(401, "failed authentication");
    }

    @Test
    void rejectsANameWithoutVisibleCharacters() {
        for (String name : new String[] {"\\u200b", "\\u00a0\\u3000", "\\u3164", "\\u2800", "\\u202e"}) {
            v1.post("lists/add")
                    .as(users.ann())
                    .with("\"name\": \"" + name + "\"")
                    .fails(200, "missing required parameter (name)");
        }
    }

    @Test
    void lineBreaksInANameBecomeBlanks() {
        v1.post("lists/add")
                .as(users.ann())
                .with("\"name\": \"Foo\\r\\nBar\"")
                .ok()
                .node("name")
                .isEqualTo("Foo Bar");
    }
}
