package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 recommendations/shows/dismiss")
class RecommendationsShowsDismissTest extends V1Conformance {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tvdb_id\": \"213221\", \"title\": \"Portlandia\", \"year\": 2011",
                "\"imdb_id\": \"tt1780441\", \"title\": \"\", \"tvdb_id\": \"\", \"year\": \"\"",
                "\"title\": \"Portlandia\", \"year\": \"2011\""
            })
    void returnsTheDismissedItem(String members) {
        v1.post("recommendations/shows/dismiss").as(users.ann()).with(members).is(200, "portlandia");

        v1.post("recommendations/shows").as(users.ann()).with("").ok().isArray().hasSize(2);
    }

    @Test
    void anUnknownItemIsNotFoundAndNotStored() {
        v1.post("recommendations/shows/dismiss")
                .as(users.ann())
                .with("\"tvdb_id\": 999999")
                .fails(404, "show not found");
    }
}
