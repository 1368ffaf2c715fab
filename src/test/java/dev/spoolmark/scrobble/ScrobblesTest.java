package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.ScrobbleFixture.ANN;
import static dev.spoolmark.scrobble.ScrobbleFixture.START;
import static dev.spoolmark.scrobble.ScrobbleFixture.report;
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
    void playbackExpires15MinutesAfterTheRemainingRuntime() {
        fixture.scrobbles.watch(ANN, report(fixture.movie, 25));

        assertThat(fixture.count("SELECT expires_at FROM watching"))
                .isEqualTo(START.plus(Duration.ofMinutes(75 + 15)).toEpochMilli());
    }

    @Test
    void repeatedReportsKeepTheStartTime() {
        fixture.scrobbles.watch(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(15));
        fixture.scrobbles.watch(ANN, report(fixture.movie, 15));
        assertThat(fixture.count("SELECT started_at FROM watching")).isEqualTo(START.toEpochMilli());

        fixture.scrobbles.watch(ANN, report(fixture.episode, 0));
        assertThat(fixture.count("SELECT started_at FROM watching"))
                .isEqualTo(fixture.now().toEpochMilli());
    }

    @Test
    void aCheckinIsNotReplacedByPlayersOrOtherCheckins() {
        assertThat(fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0))).isInstanceOf(Checkin.Started.class);
        fixture.pass(Duration.ofMinutes(40));
        fixture.scrobbles.watch(ANN, report(fixture.episode, 0));
        fixture.scrobbles.cancelWatching(ANN);

        Checkin second = fixture.scrobbles.checkIn(ANN, report(fixture.episode, 0));

        assertThat(second).isInstanceOfSatisfying(Checkin.Busy.class, busy -> {
            assertThat(busy.left()).isEqualTo(Duration.ofHours(1));
            assertThat(busy.watching().item()).isEqualTo(fixture.movie);
        });
    }

    @Test
    void aCheckinReplacesThePlaybackOfAPlayer() {
        fixture.scrobbles.watch(ANN, report(fixture.movie, 50));

        assertThat(fixture.scrobbles.checkIn(ANN, report(fixture.episode, 0))).isInstanceOf(Checkin.Started.class);
    }

    @Test
    void anEndedCheckinIsAPlayAtItsStartTime() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofHours(30));
        fixture.due.sweep();

        assertThat(fixture.count("SELECT watched_at FROM play WHERE action = 2"))
                .isEqualTo(START.toEpochMilli());
        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
        assertThat(fixture.stamps()).containsExactly("movie.checkin", "movie.watched");
    }

    @Test
    void theNextCheckinStoresTheEndedOne() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(100));

        assertThat(fixture.scrobbles.checkIn(ANN, report(fixture.episode, 0))).isInstanceOf(Checkin.Started.class);
        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void aCheckinCancelledBeforeItsEndIsNoPlay() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(99));
        fixture.scrobbles.cancelCheckin(ANN);
        fixture.pass(Duration.ofMinutes(99));
        fixture.due.sweep();

        assertThat(fixture.plays(fixture.movie)).isZero();
    }

    @Test
    void aCheckinCancelledAfterItsEndIsAPlay() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(100));
        fixture.scrobbles.cancelCheckin(ANN);

        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void aScrobbleOfTheCheckedInItemEndsTheCheckin() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(5));
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95));
        fixture.pass(Duration.ofHours(5));
        fixture.due.sweep();

        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void aScrobbleEndsPlaybackAndUpdatesTheStamps() {
        fixture.scrobbles.watch(ANN, report(fixture.episode, 90));
        fixture.scrobbles.scrobble(ANN, report(fixture.episode, 95));

        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
        assertThat(fixture.stamps()).containsExactly("episode.scrobble", "episode.watched");
    }

    @Test
    void aPlayRemovesItsItemFromTheWatchlist() {
        fixture.database.write(tx -> tx.update(
                "INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)"
                        + " VALUES (7, 1, ?, 0, 1, 1, 1)",
                fixture.movie.id().value()));
        fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95));

        assertThat(fixture.count("SELECT count(*) FROM watchlist_item")).isZero();
        assertThat(fixture.stamps()).contains("movie.watchlist");
    }

    @Test
    void theSweepDeletesExpiredPlayback() {
        fixture.scrobbles.watch(ANN, report(fixture.movie, 90));
        fixture.pass(Duration.ofMinutes(25));
        fixture.due.sweep();

        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
        assertThat(fixture.plays(fixture.movie)).isZero();
    }

    @Test
    void anItemMarkedUnseenAfterACheckinStaysUnseen() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(101));

        assertThat(fixture.plays.unseen(ANN, List.of(fixture.movie))).isOne();
        fixture.due.sweep();
        assertThat(fixture.plays(fixture.movie)).isZero();
        assertThat(fixture.stamps()).containsExactly("movie.checkin", "movie.watched");
    }

    @Test
    void aPlayAtTheTimeOfAnotherIsStored() {
        fixture.plays.seen(ANN, List.of(MarkedWatched.once(fixture.movie, START)), null);

        assertThat(fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95))).isTrue();
        assertThat(fixture.wrongTotals()).isZero();
    }

    @Test
    void aPlayBeyondTheQuotaIsRejected() {
        fixture.database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (7, 1, 999999, 0, 1000000)"));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> fixture.scrobbles.scrobble(ANN, report(fixture.movie, 95)))
                .isInstanceOf(dev.spoolmark.core.ProblemException.class);
        assertThat(fixture.plays(fixture.movie)).isZero();
    }

    @Test
    void aCheckinWithAStartInTheFarFutureBecomesAPlayNow() {
        fixture.pass(Duration.ofDays(1_461));
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofDays(-1_461));

        assertThat(fixture.scrobbles.checkIn(ANN, report(fixture.episode, 0))).isInstanceOf(Checkin.Started.class);
        assertThat(fixture.plays(fixture.movie)).isOne();
        assertThat(fixture.count("SELECT watched_at FROM play"))
                .isEqualTo(fixture.now().toEpochMilli());
    }

    @Test
    void theSweepResetsStartTimesInTheFuture() {
        fixture.pass(Duration.ofHours(5));
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        fixture.scrobbles.watch(ScrobbleFixture.BOB, report(fixture.movie, 0));
        fixture.pass(Duration.ofHours(-5));
        fixture.due.sweep();

        assertThat(fixture.count("SELECT count(*) FROM watching WHERE started_at = "
                        + fixture.now().toEpochMilli()))
                .isEqualTo(2);
        fixture.pass(Duration.ofMinutes(100));
        fixture.due.sweep();
        assertThat(fixture.plays(fixture.movie)).isOne();
    }

    @Test
    void aRepeatedReportResetsAStartTimeInTheFuture() {
        fixture.pass(Duration.ofDays(400));
        fixture.scrobbles.watch(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofDays(-400));
        fixture.scrobbles.watch(ANN, report(fixture.movie, 15));

        assertThat(fixture.count("SELECT started_at FROM watching"))
                .isEqualTo(fixture.now().toEpochMilli());
    }
}
