package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/shouts")
class MovieShoutsTest extends V1Conformance {

    @Test
    void returnsShoutsAndNoReviews() {
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"comment\": \"Great opening.\"")
                .ok();
        v1.post("comment/movie")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"review\": true, \"comment\": \"" + "word ".repeat(200) + "\"")
                .ok();

        v1.get("movie/shouts", "/batman-begins-2005").send().is(200, "one");
        v1.get("movie/shouts", "/no-such-movie").send().fails(404, "movie not found");
    }
}
