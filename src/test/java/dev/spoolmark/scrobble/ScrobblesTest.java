package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.PlayWorld.ANN;
import static dev.spoolmark.scrobble.PlayWorld.START;
import static dev.spoolmark.scrobble.PlayWorld.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ScrobblesTest {

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
    void playbackExpires15MinutesAfterTheRemainingRuntime() {
        world.scrobbles.watch(ANN, report(world.movie, 25));

        assertThat(world.count("SELECT expires_at FROM watching"))
                .isEqualTo(START.plus(Duration.ofMinutes(75 + 15)).toEpochMilli());
    }

    @Test
    void repeatedReportsKeepTheStartTime() {
        world.scrobbles.watch(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(15));
        world.scrobbles.watch(ANN, report(world.movie, 15));
        assertThat(world.count("SELECT started_at FROM watching")).isEqualTo(START.toEpochMilli());

        world.scrobbles.watch(ANN, report(world.episode, 0));
        assertThat(world.count("SELECT started_at FROM watching"))
                .isEqualTo(world.now().toEpochMilli());
    }

    @Test
    void aCheckinIsNotReplacedByPlayersOrOtherCheckins() {
        assertThat(world.scrobbles.checkIn(ANN, report(world.movie, 0))).isInstanceOf(Checkin.Started.class);
        world.pass(Duration.ofMinutes(40));
        world.scrobbles.watch(ANN, report(world.episode, 0));
        world.scrobbles.cancelWatching(ANN);

        Checkin second = world.scrobbles.checkIn(ANN, report(world.episode, 0));

        assertThat(second).isInstanceOfSatisfying(Checkin.Busy.class, busy -> {
            assertThat(busy.left()).isEqualTo(Duration.ofHours(1));
            assertThat(busy.watching().item()).isEqualTo(world.movie);
        });
    }

    @Test
    void aCheckinReplacesThePlaybackOfAPlayer() {
        world.scrobbles.watch(ANN, report(world.movie, 50));

        assertThat(world.scrobbles.checkIn(ANN, report(world.episode, 0))).isInstanceOf(Checkin.Started.class);
    }

    @Test
    void anEndedCheckinIsAPlayAtItsStartTime() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofHours(30));
        world.due.sweep();

        assertThat(world.count("SELECT watched_at FROM play WHERE action = 2")).isEqualTo(START.toEpochMilli());
        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
        assertThat(world.stamps()).containsExactly("movie.checkin", "movie.watched");
    }

    @Test
    void theNextCheckinStoresTheEndedOne() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(100));

        assertThat(world.scrobbles.checkIn(ANN, report(world.episode, 0))).isInstanceOf(Checkin.Started.class);
        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void aCheckinCancelledBeforeItsEndIsNoPlay() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(99));
        world.scrobbles.cancelCheckin(ANN);
        world.pass(Duration.ofMinutes(99));
        world.due.sweep();

        assertThat(world.plays(world.movie)).isZero();
    }

    @Test
    void aCheckinCancelledAfterItsEndIsAPlay() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(100));
        world.scrobbles.cancelCheckin(ANN);

        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void aScrobbleOfTheCheckedInItemEndsTheCheckin() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(5));
        world.scrobbles.scrobble(ANN, report(world.movie, 95));
        world.pass(Duration.ofHours(5));
        world.due.sweep();

        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void aScrobbleEndsPlaybackAndUpdatesTheStamps() {
        world.scrobbles.watch(ANN, report(world.episode, 90));
        world.scrobbles.scrobble(ANN, report(world.episode, 95));

        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
        assertThat(world.stamps()).containsExactly("episode.scrobble", "episode.watched");
    }

    @Test
    void aPlayRemovesItsItemFromTheWatchlist() {
        world.database.write(tx -> tx.update(
                "INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)"
                        + " VALUES (7, 1, ?, 0, 1, 1, 1)",
                world.movie.id().value()));
        world.scrobbles.scrobble(ANN, report(world.movie, 95));

        assertThat(world.count("SELECT count(*) FROM watchlist_item")).isZero();
        assertThat(world.stamps()).contains("movie.watchlist");
    }

    @Test
    void theSweepDeletesExpiredPlayback() {
        world.scrobbles.watch(ANN, report(world.movie, 90));
        world.pass(Duration.ofMinutes(25));
        world.due.sweep();

        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
        assertThat(world.plays(world.movie)).isZero();
    }

    @Test
    void anItemMarkedUnseenAfterACheckinStaysUnseen() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(101));

        assertThat(world.plays.unseen(ANN, List.of(world.movie))).isOne();
        world.due.sweep();
        assertThat(world.plays(world.movie)).isZero();
        assertThat(world.stamps()).containsExactly("movie.checkin", "movie.watched");
    }

    @Test
    void aPlayAtTheTimeOfAnotherIsStored() {
        world.plays.seen(ANN, List.of(MarkedWatched.once(world.movie, START)), null);

        assertThat(world.scrobbles.scrobble(ANN, report(world.movie, 95))).isTrue();
        assertThat(world.wrongTotals()).isZero();
    }

    @Test
    void aPlayBeyondTheQuotaIsRejected() {
        world.database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (7, 1, 999999, 0, 1000000)"));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> world.scrobbles.scrobble(ANN, report(world.movie, 95)))
                .isInstanceOf(dev.spoolmark.core.ProblemException.class);
        assertThat(world.plays(world.movie)).isZero();
    }

    @Test
    void aCheckinWithAStartInTheFarFutureBecomesAPlayNow() {
        world.pass(Duration.ofDays(1_461));
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.pass(Duration.ofDays(-1_461));

        assertThat(world.scrobbles.checkIn(ANN, report(world.episode, 0))).isInstanceOf(Checkin.Started.class);
        assertThat(world.plays(world.movie)).isOne();
        assertThat(world.count("SELECT watched_at FROM play"))
                .isEqualTo(world.now().toEpochMilli());
    }

    @Test
    void theSweepResetsStartTimesInTheFuture() {
        world.pass(Duration.ofHours(5));
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        world.scrobbles.watch(PlayWorld.BOB, report(world.movie, 0));
        world.pass(Duration.ofHours(-5));
        world.due.sweep();

        assertThat(world.count("SELECT count(*) FROM watching WHERE started_at = "
                        + world.now().toEpochMilli()))
                .isEqualTo(2);
        world.pass(Duration.ofMinutes(100));
        world.due.sweep();
        assertThat(world.plays(world.movie)).isOne();
    }

    @Test
    void aRepeatedReportResetsAStartTimeInTheFuture() {
        world.pass(Duration.ofDays(400));
        world.scrobbles.watch(ANN, report(world.movie, 0));
        world.pass(Duration.ofDays(-400));
        world.scrobbles.watch(ANN, report(world.movie, 15));

        assertThat(world.count("SELECT started_at FROM watching"))
                .isEqualTo(world.now().toEpochMilli());
    }
}
