package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Person;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Specified("v1 user/lastactivity")
class UserLastActivityTest extends V1Conformance {

    private static final Instant NOON = Instant.ofEpochSecond(1_380_000_000);

    @Test
    void tellsEveryStampAndZeroForWhatNeverHappened() {
        deeds(world.ann()).changed("movie.scrobble", NOON);
        deeds(world.ann()).changed("movie.seen", NOON.plusMillis(7_999));
        deeds(world.ann()).changed("show.review", NOON.plusSeconds(20));
        deeds(world.ann()).changed("episode.watched", NOON.plusSeconds(30));
        deeds(world.ann()).changed("episode.watchlist", NOON.plusSeconds(40));

        v1.get("user/lastactivity", "/ann").send().is(200, "of-ann");
    }

    @Test
    void whoNeverDidAnythingHasZerosOnly() {
        v1.get("user/lastactivity", "/ann").send().is(200, "zeros");
    }

    @Test
    void whoIsProtectedShowsStrangersZerosAndFriendsTheTruth() {
        Person bob = world.bob();
        deeds(bob).changed("movie.rating", NOON);

        v1.get("user/lastactivity", "/bob").send().is(200, "zeros");
        v1.get("user/lastactivity", "/bob")
                .basic(world.ann())
                .send()
                .ok()
                .node("all")
                .isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void ratingSomethingMovesItsStamp() {
        v1.post("rate/show")
                .as(world.ann())
                .with("\"tvdb_id\": 213221, \"rating\": 8")
                .ok();

        v1.get("user/lastactivity", "/ann")
                .send()
                .ok()
                .node("show.rating")
                .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void aPersonNobodyKnowsIsNotFound() {
        v1.get("user/lastactivity", "/nobody").send().fails(404, "user not found");
    }
}
