package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Specified("v1 rate/episode")
class RateEpisodeTest extends V1Conformance {

    @Test
    void storesTheRatingAndReturnsTheTotals() {
        v1.post("rate/episode").as(users.ann()).with("""
                        "tvdb_id": 213221, "title": "Portlandia", "year": 2011, "season": 1, "episode": 1, "rating": 8
                        """).is(200, "rated");
    }

    @ParameterizedTest
    @CsvSource({"'\"5\"', '\"5\"'", "5, 5", "'\"love\"', '\"love\"'", "'\"unrate\"', '\"unrate\"'"})
    void returnsTheRatingInTheFormOfTheRequest(String body, String echoed) {
        rate("1", "1", body).ok().node("rating").isEqualTo(echoed);
    }

    @Test
    void aSpecialBelongsToSeasonZero() {
        rate("0", "1", "7").ok().node("message").isEqualTo("rated Portlandia 0x01");
    }

    @ParameterizedTest
    @CsvSource({"11", "-1", "7.5", "'\"great\"'", "'[1]'", "true"})
    void rejectsAnInvalidRating(String rating) {
        rate("1", "1", rating)
                .fails(200, rating.equals("[1]") ? "missing required parameter (rating)" : "invalid rating");
    }

    @Test
    void reportsMissingAndInvalidParameters() {
        v1.post("rate/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .fails(200, "missing required parameter (rating)");
        v1.post("rate/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"episode\": 1, \"rating\": 1")
                .fails(200, "missing required parameter (season)");
        rate("\"abc\"", "1", "5").fails(200, "invalid season");
    }

    @Test
    void anUnknownEpisodeOrShowIsNotFound() {
        rate("9999", "99", "5").fails(200, "invalid season");
        rate("99", "99", "0").fails(404, "episode not found");
        v1.post("rate/episode")
                .as(users.ann())
                .with("\"season\": 1, \"episode\": 1, \"rating\": 5")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/episode").with("\"rating\": 5").fails(401, "failed authentication");
    }

    private dev.spoolmark.conformance.V1Response rate(String season, String episode, String rating) {
        return v1.post("rate/episode")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": %s, \"episode\": %s, \"rating\": %s"
                        .formatted(season, episode, rating));
    }
}
