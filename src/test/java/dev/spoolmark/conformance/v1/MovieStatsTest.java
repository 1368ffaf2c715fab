package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.stats.UserDataRows;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/stats")
class MovieStatsTest extends ReadConformance {

    @Test
    void countsAllKindsOfData() {
        scrobbled(users.ann(), movie("272"));
        scrobbled(users.bob(), movie("272"));
        rows.addPlay(users.bob().account(), movie("272"), UserDataRows.CHECKIN, ago(HOUR.plus(HOUR)));
        rows.addCollected(users.ann().account().id(), movie("272"), ago(HOUR));
        rows.addToWatchlist(users.ann().account().id(), movie("272"), ago(HOUR));
        rows.addToNewList(users.ann().account().id(), movie("272"), "public", ago(HOUR));
        rows.addComment(users.ann().account().id(), movie("272"), true, null);
        v1.post("rate/movie").as(users.ann()).with("\"tmdb_id\": 272, \"rating\": 7");

        v1.get("movie/stats", "/272").send().is(200, "counted");
    }

    @Test
    void withoutDataAllCountsAreZero() {
        v1.get("movie/stats", "/solaris-1972").send().is(200, "zeros");
    }

    @Test
    void anUnknownItemIsNotFound() {
        v1.get("movie/stats", "/nobody-knows-it").send().fails(404, "movie not found");
    }
}
