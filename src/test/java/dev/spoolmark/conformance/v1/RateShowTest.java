package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 rate/show")
class RateShowTest extends V1Conformance {

    @Test
    void storesTheRatingAndReturnsTheTotals() {
        v1.post("rate/show")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011, \"rating\": \"love\"")
                .is(200, "rated");
    }

    @Test
    void acceptsAForm() {
        v1.post("rate/show")
                .raw("username=ann&password=" + users.ann().sha1() + "&title=the+walking+dead&year=2010&rating=hate")
                .ok()
                .node("message")
                .isEqualTo("rated The Walking Dead");
    }

    @Test
    void aShowWithoutReferenceIsNotFound() {
        v1.post("rate/show")
                .as(users.ann())
                .with("\"tvdb_id\": 0, \"imdb_id\": \"\", \"rating\": 5")
                .fails(404, "show not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("rate/show").with("\"tvdb_id\": 213221, \"rating\": 6").fails(401, "failed authentication");
    }
}
