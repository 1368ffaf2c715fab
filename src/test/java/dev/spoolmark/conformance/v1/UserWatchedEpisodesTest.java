package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 user/watched/episodes")
class UserWatchedEpisodesTest extends V1Conformance {

    @Test
    void returnsPlaysWithoutSeenMarksNewestFirst() {
        v1.post("movie/scrobble").as(users.ann()).with("\"tmdb_id\": 272").ok();
        clock.forward(Duration.ofHours(2));
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok();
        v1.post("show/seen").as(users.ann()).with("\"tvdb_id\": 153021").ok();

        v1.get("user/watched/episodes", "/ann").send().is(200, "newest-first");
    }

    @Test
    void containsTheItemStateOfTheSignedInUser() {
        v1.post("movie/scrobble").as(users.ann()).with("\"tmdb_id\": 272").ok();
        clock.forward(Duration.ofHours(2));
        v1.post("show/scrobble")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok();
        v1.post("show/seen").as(users.ann()).with("\"tvdb_id\": 153021").ok();

        v1.get("user/watched/episodes", "/ann").basic(users.dora()).send().is(200, "with-opinions");
    }

    @Test
    void aProtectedUserIsVisibleToApprovedFollowersOnly() {
        v1.post("movie/scrobble").as(users.bob()).with("\"tmdb_id\": 272").ok();
        v1.post("show/scrobble")
                .as(users.bob())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok();

        v1.get("user/watched/episodes", "/bob").send().ok().isArray().isEmpty();
        v1.get("user/watched/episodes", "/bob")
                .basic(users.dora())
                .send()
                .ok()
                .isArray()
                .isEmpty();
        v1.get("user/watched/episodes", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .isArray()
                .isNotEmpty();
        v1.get("user/watched/episodes", "/bob").basic(users.impostor()).send().fails(401, "failed authentication");
    }
}
