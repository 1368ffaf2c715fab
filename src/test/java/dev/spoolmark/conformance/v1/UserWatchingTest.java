package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 user/watching")
class UserWatchingTest extends V1Conformance {

    @Test
    void returnsTheMovieThatIsPlaying() {
        v1.post("movie/watching")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"progress\": 10")
                .ok();

        v1.get("user/watching", "/ann").send().is(200, "movie");
    }

    @Test
    void returnsTheEpisodeThatIsCheckedIn() {
        v1.post("show/checkin")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok();

        v1.get("user/watching", "/ANN").send().is(200, "episode");
    }

    @Test
    void returnsAnEmptyListIfNothingIsPlaying() {
        v1.get("user/watching", "/ann").send().is(200, "nothing");
    }

    @Test
    void aProtectedUserIsVisibleToApprovedFollowersOnly() {
        v1.post("movie/watching").as(users.bob()).with("\"tmdb_id\": 272").ok();

        v1.get("user/watching", "/bob").send().is(200, "nothing");
        v1.get("user/watching", "/bob").basic(users.dora()).send().is(200, "nothing");
        v1.get("user/watching", "/bob").basic(users.ann()).send().is(200, "movie");
        v1.get("user/watching", "/bob").basic(users.bob()).send().is(200, "movie");
    }

    @Test
    void anUnknownUserIsNotFound() {
        v1.get("user/watching", "/nobody").send().fails(404, "user not found");
    }
}
