package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.PlayWorld.ANN;
import static dev.spoolmark.scrobble.PlayWorld.BOB;
import static dev.spoolmark.scrobble.PlayWorld.report;
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

    PlayWorld world;

    @BeforeEach
    void open() {
        world = new PlayWorld(engine);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void concurrentReportsAreStoredOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<Boolean> stored = atOnce(() -> world.scrobbles.scrobble(ANN, report(world.movie, 95)));

            assertThat(stored).as("round " + round).containsOnlyOnce(true);
            assertThat(world.plays(world.movie)).isEqualTo(round);
            world.pass(Duration.ofMinutes(81));
        }
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void anEndedCheckinIsStoredOnceByConcurrentReaders() throws Exception {
        for (int round = 1; round <= 10; round++) {
            world.scrobbles.checkIn(ANN, report(world.episode, 0));
            world.pass(Duration.ofMinutes(101));
            atOnce(() -> {
                world.due.flush(ANN);
                world.due.sweep();
                return true;
            });

            assertThat(world.plays(world.episode)).isEqualTo(round);
            world.pass(Duration.ofMinutes(80));
        }
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void repeatedReportsWithinTwelveHoursAreStoredOnce() {
        world.scrobbles.scrobble(ANN, report(world.movie, 90));
        for (int minute = 0; minute < 11 * 60; minute += 10) {
            world.pass(Duration.ofMinutes(10));
            assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 90))).isFalse();
        }

        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void aRepeatedReportAfterTwelveHoursIsAnotherPlay() {
        world.scrobbles.scrobble(ANN, report(world.movie, 90));
        for (int minute = 10; minute < 12 * 60; minute += 10) {
            world.pass(Duration.ofMinutes(10));
            world.scrobbles.scrobble(ANN, report(world.movie, 90));
        }
        world.pass(Duration.ofMinutes(10));

        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 90))).isTrue();
    }

    @Test
    void aSecondViewingAfterTheWindowIsAnotherPlay() {
        world.scrobbles.scrobble(ANN, report(world.movie, 90));
        world.pass(Duration.ofMinutes(79));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 91))).isFalse();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 92))).isTrue();

        assertThat(world.plays(world.movie)).isEqualTo(2);
    }

    @Test
    void aClockThatWasFarAheadBlocksNoPlay() {
        world.pass(Duration.ofDays(365));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();

        world.pass(Duration.ofDays(-365));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95)))
                .as("the same, sent again")
                .isFalse();
        world.pass(Duration.ofHours(4));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();
        assertThat(world.plays(world.movie)).isEqualTo(3);
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void aClockThatWasHoursAheadBlocksNoDifferentReport() {
        world.pass(Duration.ofHours(3));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();

        world.pass(Duration.ofHours(-3));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95)))
                .as("it may be the same, sent again")
                .isFalse();
        world.pass(Duration.ofMinutes(90));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 97))).isTrue();
    }

    @Test
    void aClockThatIsSetBackCreatesNoDuplicatePlay() {
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();
        world.pass(Duration.ofHours(-6));

        for (int minute = 0; minute < 60; minute++) {
            assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isFalse();
            world.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void theWindowIsAtLeastAQuarterOfAnHour() {
        PlaybackReport shorts = report(world.episode, 90, Duration.ofMinutes(5));
        world.scrobbles.scrobble(ANN, shorts);
        world.pass(Duration.ofMinutes(14));
        assertThat(world.scrobbles.scrobble(ANN, report(world.episode, 95, Duration.ofMinutes(5))))
                .isFalse();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.scrobbles.scrobble(ANN, shorts)).isTrue();
    }

    @Test
    void anUnknownDurationUsesTheDefaultWindow() {
        world.scrobbles.scrobble(ANN, report(world.movie, 90, null));
        world.scrobbles.scrobble(ANN, report(world.episode, 90, null));
        world.pass(Duration.ofMinutes(15));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 91, null))).isFalse();
        assertThat(world.scrobbles.scrobble(ANN, report(world.episode, 91, null)))
                .isTrue();
        world.pass(Duration.ofMinutes(15));
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 92, null))).isTrue();
    }

    @Test
    void usersAndItemsAreIndependent() {
        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 90))).isTrue();
        assertThat(world.scrobbles.scrobble(BOB, report(world.movie, 90))).isTrue();
        assertThat(world.scrobbles.scrobble(ANN, report(world.episode, 90))).isTrue();
    }

    @Test
    void anUnseenItemCanBeScrobbledAtOnce() {
        world.scrobbles.scrobble(ANN, report(world.movie, 90));
        world.plays.unseen(ANN, List.of(world.movie));

        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 90))).isTrue();
        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void totalsEqualThePlaysAfterConcurrentWrites() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<Callable<Boolean>> tasks = List.of(
                    () -> world.scrobbles.scrobble(ANN, report(world.movie, 90)),
                    () -> !world.plays
                            .seen(ANN, List.of(MarkedWatched.once(world.movie, world.now())), null)
                            .isEmpty(),
                    () -> world.plays.unseen(ANN, List.of(world.movie, world.episode)) > 0,
                    () -> !world.plays
                            .seen(
                                    ANN,
                                    List.of(
                                            new MarkedWatched(world.episode, world.now(), 3),
                                            MarkedWatched.once(world.movie, world.now())),
                                    null)
                            .isEmpty());
            atOnce(tasks);
            assertThat(world.wrongTotals()).as("round " + round).isZero();
            world.pass(Duration.ofMinutes(30));
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> task) throws InterruptedException, ExecutionException {
        return atOnce(IntStream.range(0, SENDERS).mapToObj(n -> task).toList());
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> tasks) throws InterruptedException, ExecutionException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Boolean> outcomes = new ArrayList<>();
            for (Future<Boolean> outcome : senders.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
