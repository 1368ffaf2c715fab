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
    void withoutChangesThereAreNoStamps() {
        assertThat(stamps()).isEqualTo(LastChanged.NONE);
        assertThat(stamps().newest()).isEmpty();
    }

    @Test
    void eachAreaHasItsOwnAndTheNewestOfSeveralIsFound() {
        change(ActivityArea.MOVIE_SEEN, NOON);
        change(ActivityArea.MOVIE_SCROBBLE, NOON.plusSeconds(5));
        change(ActivityArea.MOVIE_RATING, NOON.plusSeconds(9));

        assertThat(stamps().newest(Stream.of(
                        ActivityArea.MOVIE_SEEN, ActivityArea.MOVIE_SCROBBLE, ActivityArea.MOVIE_CHECKIN)))
                .contains(NOON.plusSeconds(5));
        assertThat(stamps().newest(Stream.of(ActivityArea.MOVIE_CHECKIN))).isEmpty();
        assertThat(stamps().newest()).contains(NOON.plusSeconds(9));
    }

    @Test
    void aStampOnlyEverRises() {
        change(ActivityArea.MOVIE_SEEN, NOON);
        change(ActivityArea.MOVIE_SEEN, NOON.minusSeconds(60));

        assertThat(stamps().newest()).contains(NOON.plusMillis(1));
    }

    /// A client that is told whole seconds reads at 10.3 and would miss what came at 10.7.
    @Test
    void eachChangeHasASecondOfItsOwn() {
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(200));
        long first = told(ActivityArea.MOVIE_SEEN);
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(700));
        long second = told(ActivityArea.MOVIE_SEEN);
        change(ActivityArea.MOVIE_SEEN, NOON.plusSeconds(9));

        assertThat(first).isEqualTo(NOON.getEpochSecond());
        assertThat(second).isEqualTo(first + 1);
        assertThat(told(ActivityArea.MOVIE_SEEN)).isEqualTo(first + 9);
    }

    @Test
    void everythingTogetherMovesWithEachChangeOfAnyArea() {
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(200));
        long first = all();
        change(ActivityArea.SHOW_RATING, NOON.plusMillis(700));

        assertThat(all()).isEqualTo(first + 1);
        assertThat(told(ActivityArea.SHOW_RATING)).isEqualTo(first);
    }

    @Test
    void stampsDoNotRunAwayFromTheClock() {
        for (int change = 0; change < 500; change++) {
            change(ActivityArea.MOVIE_SCROBBLE, NOON.plusMillis(change));
        }

        assertThat(stamps().newest().orElseThrow()).isBetween(NOON.plusSeconds(50), NOON.plusSeconds(61));
    }

    /// Even then nothing is missed for good: what cannot have a second of its own is told when its second is over.
    @Test
    void whoReadsWhileManyThingsChangeSeesTheLastOfThemSooner() {
        for (int change = 0; change < 100; change++) {
            change(ActivityArea.MOVIE_SCROBBLE, NOON);
        }
        long read = told(ActivityArea.MOVIE_SCROBBLE);
        change(ActivityArea.MOVIE_SCROBBLE, NOON.plusMillis(1));
        now = NOON.plusSeconds(10);

        assertThat(told(ActivityArea.MOVIE_SCROBBLE)).isGreaterThan(read);
        assertThat(all()).isGreaterThan(read);
    }

    @Test
    void stampsNeverDecrease() {
        long told = 0;
        for (int step = 0; step < 400; step++) {
            now = NOON.plusMillis(step * 250L);
            change(ActivityArea.MOVIE_SCROBBLE, now);
            if (step % 3 == 0) {
                change(ActivityArea.MOVIE_SCROBBLE, now);
                change(ActivityArea.MOVIE_SCROBBLE, now);
            }
            assertThat(told(ActivityArea.MOVIE_SCROBBLE)).isGreaterThanOrEqualTo(told);
            told = told(ActivityArea.MOVIE_SCROBBLE);
        }
    }

    @Test
    void afterAClockWasAheadEachChangeIsToldAgain() {
        change(ActivityArea.MOVIE_WATCHED, NOON.plus(Duration.ofDays(1_461)));
        long before = told(ActivityArea.MOVIE_WATCHED);
        long allBefore = all();
        for (int step = 1; step <= 3; step++) {
            now = NOON.plusSeconds(step);
            change(ActivityArea.MOVIE_WATCHED, now);

            assertThat(told(ActivityArea.MOVIE_WATCHED)).isEqualTo(before + step);
            assertThat(all()).isEqualTo(allBefore + step);
        }
    }

    private long told(ActivityArea area) {
        return stamps().newest(Stream.of(area)).orElseThrow().getEpochSecond();
    }

    private long all() {
        return stamps().newest().orElseThrow().getEpochSecond();
    }

    private LastChanged stamps() {
        return lastActivities.of(world.ann);
    }

    private void change(ActivityArea area, Instant at) {
        world.database.write(tx -> {
            new ActivityStamps().touch(tx, world.ann.owner(), List.of(area), at);
            return true;
        });
    }
}
