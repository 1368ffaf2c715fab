package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Specified("v1 show/checkin")
class ShowCheckinTest extends V1Conformance {

    @Test
    void lastsForTheRuntimeOfTheItem() {
        checkIn("").is(200, "done");
    }

    @Test
    void lastsForTheDurationOfTheRequest() {
        checkIn(", \"duration\": \"30\"").ok().node("timestamps.active_for").isEqualTo(1800);
    }

    @Test
    void rejectsASecondCheckinWhileOneIsActive() {
        checkIn("").ok();
        clock.forward(Duration.ofSeconds(90));

        v1.post("movie/checkin")
                .as(users.ann())
                .with("\"tmdb_id\": 37799, \"tvdb_id\": 213221, \"season\": 1, \"episode\": 1")
                .ok()
                .isEqualTo("""
                        {"status": "failure", "error": "The Walking Dead 1x02 check in already in progress", "wait": 3510,
                         "timestamps": {"start": 1372132800, "end": 1372136400, "active_for": 3600}}
                        """);
    }

    @Test
    void becomesAPlayWhenItEnds() {
        checkIn("").ok();
        v1.get("user/watched/episodes", "/ann").send().ok().isArray().isEmpty();
        clock.forward(Duration.ofHours(1));

        v1.get("user/watched/episodes", "/ann").send().ok().isArray().hasSize(1);
        v1.get("user/watched/episodes", "/ann")
                .send()
                .ok()
                .node("[0].watched")
                .isEqualTo(TestClock.START.getEpochSecond());
        v1.get("user/watching", "/ann").send().ok().isArray().isEmpty();
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("show/checkin").send().fails(401, "failed authentication");
    }

    private V1Response checkIn(String more) {
        return v1.post("show/checkin")
                .as(users.ann())
                .with("\"tvdb_id\": 153021, \"season\": 1, \"episode\": 2" + more);
    }
}
