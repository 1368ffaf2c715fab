package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 shout/movie")
class ShoutMovieTest extends V1Conformance {

    @Test
    void acceptsTheBodyOfNextTrakt() {
        v1.post("shout/movie")
                .as(users.ann())
                .with(
                        "\"imdb_id\": \"tt0372784\", \"shout\": \"Great opening.\", \"title\": \"Batman Begins\", \"year\": 2005")
                .is(200, "added");

        v1.get("movie/shouts", "/272").send().ok().node("[0].shout").isEqualTo("Great opening.");
    }

    @Test
    void aShoutIsNeverAReview() {
        v1.post("shout/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"review\": true, \"shout\": \"" + "word ".repeat(300) + "\"")
                .is(200, "added");
    }

    @Test
    void rejectsInvalidRequests() {
        v1.post("shout/movie").as(users.ann()).with("\"tmdb_id\": 272").fails(200, "shout is required");
        v1.post("shout/movie").with("\"tmdb_id\": 272, \"shout\": \"Hi\"").fails(401, "failed authentication");
    }
}
