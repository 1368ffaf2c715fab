package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.ScrobbleFixture.ANN;
import static dev.spoolmark.scrobble.ScrobbleFixture.START;
import static dev.spoolmark.scrobble.ScrobbleFixture.report;
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
    void anUnwatchedItemGetsOnePlayAtTheSpecifiedTime() {
        assertThat(fixture.plays.seen(ANN, List.of(MarkedWatched.once(fixture.movie, EARLIER)), null))
                .containsExactly(fixture.movie.id());

        assertThat(fixture.count("SELECT watched_at FROM play")).isEqualTo(EARLIER.toEpochMilli());
        assertThat(fixture.count("SELECT first_at FROM watched")).isEqualTo(EARLIER.toEpochMilli());
        assertThat(fixture.stamps()).containsExactly("movie.seen", "movie.watched");
    }

    @Test
    void aWatchedItemKeepsItsTime() {
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95));

        assertThat(fixture.plays.seen(ANN, List.of(MarkedWatched.once(fixture.movie, EARLIER)), null))
                .isEmpty();
        assertThat(fixture.count("SELECT first_at FROM watched")).isEqualTo(START.toEpochMilli());
        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void severalPlaysCanHaveOneTime() {
        fixture.plays.seen(ANN, List.of(new MarkedWatched(fixture.movie, EARLIER, 3)), null);

        assertThat(fixture.plays(fixture.movie)).isEqualTo(3);
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void theLastEntryOfARepeatedItemIsStored() {
        fixture.plays.seen(
                ANN,
                List.of(MarkedWatched.once(fixture.movie, START), MarkedWatched.once(fixture.movie, EARLIER)),
                null);

        assertThat(fixture.plays(fixture.movie)).isOne();
        assertThat(fixture.count("SELECT watched_at FROM play")).isEqualTo(EARLIER.toEpochMilli());
    }

    @Test
    void unseenRemovesAllPlaysAndStoresAMark() {
        fixture.plays.seen(ANN, List.of(MarkedWatched.once(fixture.movie, EARLIER)), null);
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95));

        assertThat(fixture.plays.unseen(ANN, List.of(fixture.movie, fixture.movie, fixture.episode)))
                .isOne();

        assertThat(fixture.count("SELECT count(*) FROM play")).isZero();
        assertThat(fixture.count("SELECT count(*) FROM watched WHERE plays = 0 AND unseen_at IS NOT NULL"))
                .isEqualTo(2);
        assertThat(fixture.stamps())
                .containsExactly("episode.watched", "movie.scrobble", "movie.seen", "movie.watched");
    }

    @Test
    void anUnseenMarkKeepsItsTimeUntilTheNextPlay() {
        fixture.plays.unseen(ANN, List.of(fixture.movie));
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.plays.unseen(ANN, List.of(fixture.movie))).isZero();
        assertThat(fixture.count("SELECT unseen_at FROM watched")).isEqualTo(START.toEpochMilli());

        fixture.plays.seen(ANN, List.of(MarkedWatched.once(fixture.movie, EARLIER)), null);
        assertThat(fixture.count("SELECT count(*) FROM watched WHERE unseen_at IS NULL"))
                .isOne();
    }

    @Test
    void manyPlaysAreStoredInOneTransactionPerItem() {
        CountingDatabase counting = new CountingDatabase(fixture.database);
        PlayHistory plays = new PlayHistory(counting, fixture.recorder, fixture.due, fixture::now);

        plays.seen(
                ANN,
                List.of(
                        new MarkedWatched(fixture.movie, fixture.now(), 400),
                        new MarkedWatched(fixture.episode, fixture.now(), 300)),
                null);

        assertThat(counting.writes()).isEqualTo(2);
        assertThat(fixture.plays(fixture.movie)).isEqualTo(400);
        assertThat(fixture.plays(fixture.episode)).isEqualTo(300);
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void anEmptyBatchWritesNothing() {
        CountingDatabase counting = new CountingDatabase(fixture.database);
        PlayHistory plays = new PlayHistory(counting, fixture.recorder, fixture.due, fixture::now);

        assertThat(plays.seen(ANN, List.of(), null)).isEmpty();
        assertThat(plays.unseen(ANN, List.of())).isZero();

        assertThat(counting.writes()).isZero();
        assertThat(fixture.stamps()).isEmpty();
    }
}
