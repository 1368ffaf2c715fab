package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.ReadConformance;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.stats.Deeds;
import org.junit.jupiter.api.Test;

@Specified("v1 movie/stats")
class MovieStatsTest extends ReadConformance {

    @Test
    void countsAllKindsOfData() {
        scrobbled(world.ann(), movie("272"));
        scrobbled(world.bob(), movie("272"));
        deeds.play(world.bob().account(), movie("272"), Deeds.CHECKIN, ago(HOUR.plus(HOUR)));
        deeds.collect(world.ann().account().id(), movie("272"), ago(HOUR));
        deeds.watchlist(world.ann().account().id(), movie("272"), ago(HOUR));
        deeds.list(world.ann().account().id(), movie("272"), "public", ago(HOUR));
        deeds.comment(world.ann().account().id(), movie("272"), true, null);
        v1.post("rate/movie").as(world.ann()).with("\"tmdb_id\": 272, \"rating\": 7");

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
