package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.ScrobbleFixture.ANN;
import static dev.spoolmark.scrobble.ScrobbleFixture.BOB;
import static dev.spoolmark.scrobble.ScrobbleFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A viewing that is reported several times is one play (`docs/scaling.md#exactly-once-plays`).
@ParameterizedClass
@EnumSource(Engine.class)
class ExactlyOnceTest {

    private static final int ROUNDS = 50;
    private static final int SENDERS = 16;

    @Parameter
    Engine engine;

    ScrobbleFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ScrobbleFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void concurrentReportsAreStoredOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<Boolean> stored = concurrently(() -> fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95)));

            assertThat(stored).as("round " + round).containsOnlyOnce(true);
            assertThat(fixture.plays(fixture.movie)).isEqualTo(round);
            fixture.pass(Duration.ofMinutes(81));
        }
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void anEndedCheckinIsStoredOnceByConcurrentReaders() throws Exception {
        for (int round = 1; round <= 10; round++) {
            fixture.scrobbles.checkIn(ANN, report(fixture.episode, 0));
            fixture.pass(Duration.ofMinutes(101));
            concurrently(() -> {
                fixture.due.flush(ANN);
                fixture.due.sweep();
                return true;
            });

            assertThat(fixture.plays(fixture.episode)).isEqualTo(round);
            fixture.pass(Duration.ofMinutes(80));
        }
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void repeatedReportsWithinTwelveHoursAreStoredOnce() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90));
        for (int minute = 0; minute < 11 * 60; minute += 10) {
            fixture.pass(Duration.ofMinutes(10));
            assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90)))
                    .isFalse();
        }

        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void aRepeatedReportAfterTwelveHoursIsAnotherPlay() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90));
        for (int minute = 10; minute < 12 * 60; minute += 10) {
            fixture.pass(Duration.ofMinutes(10));
            fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90));
        }
        fixture.pass(Duration.ofMinutes(10));

        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90))).isTrue();
    }

    @Test
    void aSecondViewingAfterTheWindowIsAnotherPlay() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90));
        fixture.pass(Duration.ofMinutes(79));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 91))).isFalse();
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 92))).isTrue();

        assertThat(fixture.plays(fixture.movie)).isEqualTo(2);
    }

    @Test
    void aClockThatWasFarAheadBlocksNoPlay() {
        fixture.pass(Duration.ofDays(365));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();

        fixture.pass(Duration.ofDays(-365));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95)))
                .as("the same, sent again")
                .isFalse();
        fixture.pass(Duration.ofHours(4));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();
        assertThat(fixture.plays(fixture.movie)).isEqualTo(3);
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void aClockThatWasHoursAheadBlocksNoDifferentReport() {
        fixture.pass(Duration.ofHours(3));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();

        fixture.pass(Duration.ofHours(-3));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95)))
                .as("it may be the same, sent again")
                .isFalse();
        fixture.pass(Duration.ofMinutes(90));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 97))).isTrue();
    }

    @Test
    void aClockThatIsSetBackCreatesNoDuplicatePlay() {
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();
        fixture.pass(Duration.ofHours(-6));

        for (int minute = 0; minute < 60; minute++) {
            assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95)))
                    .isFalse();
            fixture.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void theWindowIsAtLeastAQuarterOfAnHour() {
        PlaybackReport shorts = report(fixture.episode, 90, Duration.ofMinutes(5));
        fixture.scrobbles.scrobble(ANN, shorts);
        fixture.pass(Duration.ofMinutes(14));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.episode, 95, Duration.ofMinutes(5))))
                .isFalse();
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.scrobbles.scrobble(ANN, shorts)).isTrue();
    }

    @Test
    void anUnknownDurationUsesTheDefaultWindow() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90, null));
        fixture.scrobbles.scrobble(ANN, report(fixture.episode, 90, null));
        fixture.pass(Duration.ofMinutes(15));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 91, null)))
                .isFalse();
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.episode, 91, null)))
                .isTrue();
        fixture.pass(Duration.ofMinutes(15));
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 92, null)))
                .isTrue();
    }

    @Test
    void usersAndItemsAreIndependent() {
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90))).isTrue();
        assertThat(fixture.scrobbles.scrobble(BOB, report(fixture.movie, 90))).isTrue();
        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.episode, 90))).isTrue();
    }

    @Test
    void anUnseenItemCanBeScrobbledAtOnce() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90));
        fixture.plays.unseen(ANN, List.of(fixture.movie));

        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90))).isTrue();
        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void totalsEqualThePlaysAfterConcurrentWrites() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<Callable<Boolean>> tasks = List.of(
                    () -> fixture.scrobbles.scrobble(ANN, report(fixture.movie, 90)),
                    () -> !fixture.plays
                            .seen(ANN, List.of(MarkedWatched.once(fixture.movie, fixture.now())), null)
                            .isEmpty(),
                    () -> fixture.plays.unseen(ANN, List.of(fixture.movie, fixture.episode)) > 0,
                    () -> !fixture.plays
                            .seen(
                                    ANN,
                                    List.of(
                                            new MarkedWatched(fixture.episode, fixture.now(), 3),
                                            MarkedWatched.once(fixture.movie, fixture.now())),
                                    null)
                            .isEmpty());
            concurrently(tasks);
            assertThat(fixture.wrongTotals()).as("round " + round).isZero();
            fixture.pass(Duration.ofMinutes(30));
        }
    }

    private static List<Boolean> concurrently(Callable<Boolean> task) throws InterruptedException, ExecutionException {
        return concurrently(IntStream.range(0, SENDERS).mapToObj(n -> task).toList());
    }

    private static List<Boolean> concurrently(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Boolean> outcomes = new ArrayList<>();
            for (Future<Boolean> outcome : senders.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
