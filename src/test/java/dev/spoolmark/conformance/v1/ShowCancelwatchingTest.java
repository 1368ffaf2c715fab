package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 show/cancelwatching")
class ShowCancelwatchingTest extends V1Conformance {

    @Test
    void endsPlaybackWithoutAPlay() {
        v1.post("movie/watching").as(users.ann()).with("\"tmdb_id\": 272").ok();

        v1.post("show/cancelwatching")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"duration\": 140, \"progress\": 10, \"plugin_version\": \"2.1\"")
                .is(200, "done");

        v1.get("user/watching", "/ann").send().ok().isArray().isEmpty();
        v1.get("user/watched", "/ann").send().ok().isArray().isEmpty();
    }

    @Test
    void keepsACheckin() {
        v1.post("movie/checkin").as(users.ann()).with("\"tmdb_id\": 272").ok();
        v1.post("show/cancelwatching").as(users.ann()).send().is(200, "done");

        v1.get("user/watching", "/ann").send().ok().node("action").isEqualTo("checkin");
    }

    @Test
    void succeedsWithoutPlaybackAndWithGet() {
        v1.send("GET", "/show/cancelwatching/{key}")
                .as("show/cancelwatching")
                .basic(users.ann())
                .send()
                .is(200, "done");
    }

    @Test
    void headCancelsNothing() {
        v1.post("movie/watching").as(users.ann()).with("\"tmdb_id\": 272").ok();

        V1Response head =
                v1.send("HEAD", "/show/cancelwatching/{key}").basic(users.ann()).send();

        assertThat(head.status()).isEqualTo(405);
        assertThat(head.header("Allow")).isEqualTo("GET, POST");
        v1.get("user/watching", "/ann").send().ok().node("action").isEqualTo("watching");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/cancelwatching").send().fails(401, "failed authentication");
    }
}
