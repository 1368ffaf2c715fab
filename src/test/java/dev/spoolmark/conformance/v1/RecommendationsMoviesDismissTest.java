package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 recommendations/movies/dismiss")
class RecommendationsMoviesDismissTest extends V1Conformance {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"imdb_id\": \"tt0372784\", \"title\": \"Batman Begins\", \"year\": 2005",
                "\"imdb_id\": \"\", \"title\": \"\", \"tmdb_id\": \"272\", \"year\": \"0\"",
                "\"title\": \"Batman Begins\", \"year\": \"2005\""
            })
    void returnsTheDismissedItem(String members) {
        v1.post("recommendations/movies/dismiss").as(users.ann()).with(members).is(200, "batman-begins");
    }

    @Test
    void isNotRecommendedAgainToThisUserOnly() {
        v1.post("recommendations/movies/dismiss")
                .as(users.ann())
                .with("\"tmdb_id\": 272")
                .ok();
        v1.post("recommendations/movies/dismiss")
                .as(users.ann())
                .with("\"tmdb_id\": 272")
                .ok();

        v1.post("recommendations/movies")
                .as(users.ann())
                .with("")
                .ok()
                .isArray()
                .hasSize(4);
        v1.post("recommendations/movies")
                .as(users.dora())
                .with("")
                .ok()
                .isArray()
                .hasSize(5);
    }

    @Test
    void anUnknownItemIsNotFoundAndNotStored() {
        v1.post("recommendations/movies/dismiss")
                .as(users.ann())
                .with("\"title\": \"No Such Movie\", \"year\": 2001")
                .fails(404, "movie not found");
        v1.post("recommendations/movies/dismiss").as(users.ann()).with("").fails(404, "movie not found");
    }
}
