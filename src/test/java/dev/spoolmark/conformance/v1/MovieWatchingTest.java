package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 movie/watching")
class MovieWatchingTest extends V1Conformance {

    @Test
    void returnsTheMovie() {
        send("10").is(200, "done");
    }

    /// As XBMC, Plex and MediaPortal send it, and a form.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tmdb_id\": \"272\", \"title\": \"Batman Begins\", \"year\": \"2005\", \"duration\": \"140\", \"progress\": \"25\"",
                "\"imdb_id\": \"tt0372784\", \"duration\": 140.0, \"progress\": 45.5, \"media_center_date\": \"May 04 2013\"",
                "\"imdb_id\": \"tt0372784\", \"duration\": -1, \"progress\": \"1e999\"",
                "\"imdb_id\": \"tt0372784\", \"duration\": \"NaN\", \"progress\": [1], \"share\": {\"facebook\": true}"
            })
    void acceptsNumbersInSeveralForms(String body) {
        v1.post("movie/watching").as(users.ann()).with(body).is(200, "done");
    }

    @Test
    void anEmptyBodyIsNotFound() {
        v1.post("movie/watching").as(users.ann()).send().fails(404, "movie not found");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("movie/watching").with("\"tmdb_id\": 272").fails(401, "failed authentication");
    }

    @Test
    void isReturnedByUserWatching() {
        send("10").ok();

        v1.get("user/watching", "/ann").send().ok().node("movie.title").isEqualTo("Batman Begins");
    }

    @Test
    void keepsAnActiveCheckin() {
        v1.post("movie/checkin").as(users.ann()).with("\"tmdb_id\": 37799").ok();
        send("10").ok().node("message").isEqualTo("watching Batman Begins (2005)");

        v1.get("user/watching", "/ann").send().ok().node("action").isEqualTo("checkin");
    }

    private V1Response send(String progress) {
        return v1.post("movie/watching")
                .as(users.ann())
                .with(
                        "\"imdb_id\": \"tt0372784\", \"title\": \"Batman Begins\", \"year\": 2005, \"duration\": 140, \"progress\": %s"
                                .formatted(progress));
    }
}
