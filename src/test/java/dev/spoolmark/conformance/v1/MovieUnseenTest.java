package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/unseen")
class MovieUnseenTest extends V1Conformance {

    @Test
    void removesPlaysOfEveryKind() {
        v1.post("movie/scrobble").as(users.ann()).with("\"tmdb_id\": 272").ok();
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 37799}]")
                .ok();

        v1.post("movie/unseen")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272}, {\"imdb_id\": \"tt1285016\"}, {\"tmdb_id\": 194}]")
                .is(200, "two");

        v1.get("user/watched", "/ann").send().ok().isArray().isEmpty();
        v1.post("movie/unseen")
                .as(users.ann())
                .with("\"movies\": [{\"tmdb_id\": 272}]")
                .ok()
                .node("message")
                .isEqualTo("0 movies removed as seen");
    }

    @Test
    void createsNoMovie() {
        v1.post("movie/unseen")
                .as(users.ann())
                .with("\"movies\": [{\"title\": \"No Such Film\", \"year\": 2020}]")
                .ok();

        v1.post("rate/movie")
                .as(users.ann())
                .with("\"title\": \"No Such Film\", \"year\": 2020, \"rating\": \"unrate\"")
                .fails(404, "movie not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("movie/unseen").with("\"movies\": []").fails(401, "failed authentication");
    }
}
