package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.PlayWorld.ANN;
import static dev.spoolmark.scrobble.PlayWorld.START;
import static dev.spoolmark.scrobble.PlayWorld.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Items marked as seen, and removal of plays.
@ParameterizedClass
@EnumSource(Engine.class)
class SeenTest {

    private static final Instant EARLIER = START.minus(Duration.ofDays(300));

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
    void anUnwatchedItemGetsOnePlayAtTheSpecifiedTime() {
        assertThat(world.plays.seen(ANN, List.of(MarkedWatched.once(world.movie, EARLIER)), null))
                .containsExactly(world.movie.id());

        assertThat(world.count("SELECT watched_at FROM play")).isEqualTo(EARLIER.toEpochMilli());
        assertThat(world.count("SELECT first_at FROM watched")).isEqualTo(EARLIER.toEpochMilli());
        assertThat(world.stamps()).containsExactly("movie.seen", "movie.watched");
    }

    @Test
    void aWatchedItemKeepsItsTime() {
        world.scrobbles.scrobble(ANN, report(world.movie, 95));

        assertThat(world.plays.seen(ANN, List.of(MarkedWatched.once(world.movie, EARLIER)), null))
                .isEmpty();
        assertThat(world.count("SELECT first_at FROM watched")).isEqualTo(START.toEpochMilli());
        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void severalPlaysCanHaveOneTime() {
        world.plays.seen(ANN, List.of(new MarkedWatched(world.movie, EARLIER, 3)), null);

        assertThat(world.plays(world.movie)).isEqualTo(3);
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void theLastEntryOfARepeatedItemIsStored() {
        world.plays.seen(
                ANN, List.of(MarkedWatched.once(world.movie, START), MarkedWatched.once(world.movie, EARLIER)), null);

        assertThat(world.plays(world.movie)).isOne();
        assertThat(world.count("SELECT watched_at FROM play")).isEqualTo(EARLIER.toEpochMilli());
    }

    @Test
    void unseenRemovesAllPlaysAndStoresAMark() {
        world.plays.seen(ANN, List.of(MarkedWatched.once(world.movie, EARLIER)), null);
        world.scrobbles.scrobble(ANN, report(world.movie, 95));

        assertThat(world.plays.unseen(ANN, List.of(world.movie, world.movie, world.episode)))
                .isOne();

        assertThat(world.count("SELECT count(*) FROM play")).isZero();
        assertThat(world.count("SELECT count(*) FROM watched WHERE plays = 0 AND unseen_at IS NOT NULL"))
                .isEqualTo(2);
        assertThat(world.stamps()).containsExactly("episode.watched", "movie.scrobble", "movie.seen", "movie.watched");
    }

    @Test
    void anUnseenMarkKeepsItsTimeUntilTheNextPlay() {
        world.plays.unseen(ANN, List.of(world.movie));
        world.pass(Duration.ofDays(1));
        assertThat(world.plays.unseen(ANN, List.of(world.movie))).isZero();
        assertThat(world.count("SELECT unseen_at FROM watched")).isEqualTo(START.toEpochMilli());

        world.plays.seen(ANN, List.of(MarkedWatched.once(world.movie, EARLIER)), null);
        assertThat(world.count("SELECT count(*) FROM watched WHERE unseen_at IS NULL"))
                .isOne();
    }

    @Test
    void manyPlaysAreStoredInOneTransactionPerItem() {
        CountingDatabase counting = new CountingDatabase(world.database);
        PlayHistory plays = new PlayHistory(counting, world.recorder, world.due, world::now);

        plays.seen(
                ANN,
                List.of(
                        new MarkedWatched(world.movie, world.now(), 400),
                        new MarkedWatched(world.episode, world.now(), 300)),
                null);

        assertThat(counting.writes()).isEqualTo(2);
        assertThat(world.plays(world.movie)).isEqualTo(400);
        assertThat(world.plays(world.episode)).isEqualTo(300);
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void anEmptyBatchWritesNothing() {
        CountingDatabase counting = new CountingDatabase(world.database);
        PlayHistory plays = new PlayHistory(counting, world.recorder, world.due, world::now);

        assertThat(plays.seen(ANN, List.of(), null)).isEmpty();
        assertThat(plays.unseen(ANN, List.of())).isZero();

        assertThat(counting.writes()).isZero();
        assertThat(world.stamps()).isEmpty();
    }
}
