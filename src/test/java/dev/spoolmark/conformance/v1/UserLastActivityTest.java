package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.TestUser;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Specified("v1 user/lastactivity")
class UserLastActivityTest extends V1Conformance {

    private static final Instant NOON = Instant.ofEpochSecond(1_380_000_000);

    @BeforeEach
    void setClock() {
        clock.set(NOON.plusSeconds(3_600));
    }

    @Test
    void returnsAllStampsAndZeroForMissingOnes() {
        rowsOf(users.ann()).setStamp("movie.scrobble", NOON);
        rowsOf(users.ann()).setStamp("movie.seen", NOON.plusMillis(7_999));
        rowsOf(users.ann()).setStamp("show.review", NOON.plusSeconds(20));
        rowsOf(users.ann()).setStamp("episode.watched", NOON.plusSeconds(30));
        rowsOf(users.ann()).setStamp("episode.watchlist", NOON.plusSeconds(40));

        v1.get("user/lastactivity", "/ann").send().is(200, "of-ann");
    }

    @Test
    void aUserWithoutActivityHasOnlyZeros() {
        v1.get("user/lastactivity", "/ann").send().is(200, "zeros");
    }

    @Test
    void theStampsOfAProtectedUserAreVisibleToFriendsOnly() {
        TestUser bob = users.bob();
        rowsOf(bob).setStamp("movie.rating", NOON);

        v1.get("user/lastactivity", "/bob").send().is(200, "zeros");
        v1.get("user/lastactivity", "/bob")
                .basic(users.ann())
                .send()
                .ok()
                .node("all")
                .isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void aRatingChangesItsStamp() {
        rate(8);

        v1.get("user/lastactivity", "/ann")
                .send()
                .ok()
                .node("show.rating")
                .isEqualTo(clock.instant().getEpochSecond());
    }

    /// Two changes in one second: a client that read after the first must see the second.
    @Test
    void eachChangeHasItsOwnSecond() {
        rate(8);
        long first = clock.instant().getEpochSecond();
        rate(9);

        v1.get("user/lastactivity", "/ann").send().ok().node("show.rating").isEqualTo(first + 1);
        v1.get("user/lastactivity", "/ann").send().ok().node("all").isEqualTo(first + 1);
    }

    private void rate(int rating) {
        v1.post("rate/show")
                .as(users.ann())
                .with("\"tvdb_id\": 213221, \"rating\": " + rating)
                .ok();
    }

    @Test
    void anUnknownUserIsNotFound() {
        v1.get("user/lastactivity", "/nobody").send().fails(404, "user not found");
    }
}
