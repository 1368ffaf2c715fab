package dev.spoolmark.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Stamps, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class LastActivitiesTest {

    private static final Instant NOON = ReadWorld.NOW;

    @Parameter
    Engine engine;

    ReadWorld world;
    LastActivities lastActivities;
    Instant now = NOON;

    @BeforeEach
    void open() {
        world = new ReadWorld(engine);
        lastActivities = new LastActivities(world.database, () -> now);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoNeverDidAnythingHasNoStamps() {
        assertThat(stamps()).isEqualTo(LastChanged.NONE);
        assertThat(stamps().newest()).isEmpty();
    }

    @Test
    void eachAreaHasItsOwnAndTheNewestOfSeveralIsFound() {
        change("movie.seen", NOON);
        change("movie.scrobble", NOON.plusSeconds(5));
        change("movie.rating", NOON.plusSeconds(9));

        assertThat(stamps().newest(Stream.of("movie.seen", "movie.scrobble", "movie.checkin")))
                .contains(NOON.plusSeconds(5));
        assertThat(stamps().newest(Stream.of("movie.checkin"))).isEmpty();
        assertThat(stamps().newest()).contains(NOON.plusSeconds(9));
    }

    @Test
    void aStampOnlyEverRises() {
        change("movie.seen", NOON);
        change("movie.seen", NOON.minusSeconds(60));

        assertThat(stamps().newest()).contains(NOON.plusMillis(1));
    }

    /// A client that is told whole seconds reads at 10.3 and would miss what came at 10.7.
    @Test
    void eachChangeHasASecondOfItsOwn() {
        change("movie.seen", NOON.plusMillis(200));
        long first = told("movie.seen");
        change("movie.seen", NOON.plusMillis(700));
        long second = told("movie.seen");
        change("movie.seen", NOON.plusSeconds(9));

        assertThat(first).isEqualTo(NOON.getEpochSecond());
        assertThat(second).isEqualTo(first + 1);
        assertThat(told("movie.seen")).isEqualTo(first + 9);
    }

    @Test
    void everythingTogetherMovesWithEachChangeOfAnyArea() {
        change("movie.seen", NOON.plusMillis(200));
        long first = all();
        change("show.rating", NOON.plusMillis(700));

        assertThat(all()).isEqualTo(first + 1);
        assertThat(told("show.rating")).isEqualTo(first);
    }

    @Test
    void stampsDoNotRunAwayFromTheClock() {
        for (int change = 0; change < 500; change++) {
            change("movie.scrobble", NOON.plusMillis(change));
        }

        assertThat(stamps().newest().orElseThrow()).isBetween(NOON.plusSeconds(50), NOON.plusSeconds(61));
    }

    /// Even then nothing is missed for good: what cannot have a second of its own is told when its second is over.
    @Test
    void whoReadsWhileManyThingsChangeSeesTheLastOfThemSooner() {
        for (int change = 0; change < 100; change++) {
            change("movie.scrobble", NOON);
        }
        long read = told("movie.scrobble");
        change("movie.scrobble", NOON.plusMillis(1));
        now = NOON.plusSeconds(10);

        assertThat(told("movie.scrobble")).isGreaterThan(read);
        assertThat(all()).isGreaterThan(read);
    }

    @Test
    void whatWasToldNeverFalls() {
        long told = 0;
        for (int step = 0; step < 400; step++) {
            now = NOON.plusMillis(step * 250L);
            change("movie.scrobble", now);
            if (step % 3 == 0) {
                change("movie.scrobble", now);
                change("movie.scrobble", now);
            }
            assertThat(told("movie.scrobble")).isGreaterThanOrEqualTo(told);
            told = told("movie.scrobble");
        }
    }

    @Test
    void afterAClockWasAheadEachChangeIsToldAgain() {
        change("movie.watched", NOON.plus(Duration.ofDays(1_461)));
        long before = told("movie.watched");
        long allBefore = all();
        for (int step = 1; step <= 3; step++) {
            now = NOON.plusSeconds(step);
            change("movie.watched", now);

            assertThat(told("movie.watched")).isEqualTo(before + step);
            assertThat(all()).isEqualTo(allBefore + step);
        }
    }

    private long told(String area) {
        return stamps().newest(Stream.of(area)).orElseThrow().getEpochSecond();
    }

    private long all() {
        return stamps().newest().orElseThrow().getEpochSecond();
    }

    private LastChanged stamps() {
        return lastActivities.of(world.ann);
    }

    private void change(String area, Instant at) {
        world.database.write(tx -> {
            new ActivityStamps().changed(tx, world.ann.owner(), List.of(area), at);
            return true;
        });
    }
}
