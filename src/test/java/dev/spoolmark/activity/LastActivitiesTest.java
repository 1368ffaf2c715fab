package dev.spoolmark.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
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

/// Activity stamps, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class LastActivitiesTest {

    private static final Instant NOON = UserDataFixture.NOW;

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    LastActivities lastActivities;
    Instant now = NOON;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        lastActivities = new LastActivities(fixture.database, () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void withoutChangesThereAreNoStamps() {
        assertThat(stamps()).isEqualTo(LastChanged.NONE);
        assertThat(stamps().newest()).isEmpty();
    }

    @Test
    void newestReturnsTheNewestStampOfTheAreas() {
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
    void aStampNeverDecreases() {
        change(ActivityArea.MOVIE_SEEN, NOON);
        change(ActivityArea.MOVIE_SEEN, NOON.minusSeconds(60));

        assertThat(stamps().newest()).contains(NOON.plusMillis(1));
    }

    /// A client that gets whole seconds and reads at 10.3 s would otherwise miss a change at 10.7 s.
    @Test
    void eachChangeHasItsOwnSecond() {
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(200));
        long first = stamp(ActivityArea.MOVIE_SEEN);
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(700));
        long second = stamp(ActivityArea.MOVIE_SEEN);
        change(ActivityArea.MOVIE_SEEN, NOON.plusSeconds(9));

        assertThat(first).isEqualTo(NOON.getEpochSecond());
        assertThat(second).isEqualTo(first + 1);
        assertThat(stamp(ActivityArea.MOVIE_SEEN)).isEqualTo(first + 9);
    }

    @Test
    void theNewestStampChangesWithEachChangeOfAnyArea() {
        change(ActivityArea.MOVIE_SEEN, NOON.plusMillis(200));
        long first = newestStamp();
        change(ActivityArea.SHOW_RATING, NOON.plusMillis(700));

        assertThat(newestStamp()).isEqualTo(first + 1);
        assertThat(stamp(ActivityArea.SHOW_RATING)).isEqualTo(first);
    }

    @Test
    void stampsAreAtMostAMinuteAheadOfTheClock() {
        for (int change = 0; change < 500; change++) {
            change(ActivityArea.MOVIE_SCROBBLE, NOON.plusMillis(change));
        }

        assertThat(stamps().newest().orElseThrow()).isBetween(NOON.plusSeconds(50), NOON.plusSeconds(61));
    }

    /// A change that cannot have its own second is visible after that second.
    @Test
    void theLastOfManyChangesIsVisibleToALaterRead() {
        for (int change = 0; change < 100; change++) {
            change(ActivityArea.MOVIE_SCROBBLE, NOON);
        }
        long read = stamp(ActivityArea.MOVIE_SCROBBLE);
        change(ActivityArea.MOVIE_SCROBBLE, NOON.plusMillis(1));
        now = NOON.plusSeconds(10);

        assertThat(stamp(ActivityArea.MOVIE_SCROBBLE)).isGreaterThan(read);
        assertThat(newestStamp()).isGreaterThan(read);
    }

    @Test
    void renderedStampsNeverDecrease() {
        long previous = 0;
        for (int step = 0; step < 400; step++) {
            now = NOON.plusMillis(step * 250L);
            change(ActivityArea.MOVIE_SCROBBLE, now);
            if (step % 3 == 0) {
                change(ActivityArea.MOVIE_SCROBBLE, now);
                change(ActivityArea.MOVIE_SCROBBLE, now);
            }
            assertThat(stamp(ActivityArea.MOVIE_SCROBBLE)).isGreaterThanOrEqualTo(previous);
            previous = stamp(ActivityArea.MOVIE_SCROBBLE);
        }
    }

    @Test
    void changesAfterAClockWasAheadAreStillVisible() {
        change(ActivityArea.MOVIE_WATCHED, NOON.plus(Duration.ofDays(1_461)));
        long before = stamp(ActivityArea.MOVIE_WATCHED);
        long allBefore = newestStamp();
        for (int step = 1; step <= 3; step++) {
            now = NOON.plusSeconds(step);
            change(ActivityArea.MOVIE_WATCHED, now);

            assertThat(stamp(ActivityArea.MOVIE_WATCHED)).isEqualTo(before + step);
            assertThat(newestStamp()).isEqualTo(allBefore + step);
        }
    }

    private long stamp(ActivityArea area) {
        return stamps().newest(Stream.of(area)).orElseThrow().getEpochSecond();
    }

    private long newestStamp() {
        return stamps().newest().orElseThrow().getEpochSecond();
    }

    private LastChanged stamps() {
        return lastActivities.of(fixture.ann);
    }

    private void change(ActivityArea area, Instant at) {
        fixture.database.write(tx -> {
            new ActivityStamps().touch(tx, fixture.ann.owner(), List.of(area), at);
            return true;
        });
    }
}
