package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.ScrobbleFixture.ANN;
import static dev.spoolmark.scrobble.ScrobbleFixture.START;
import static dev.spoolmark.scrobble.ScrobbleFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.social.ProfileAccess;
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
class PlaybackTest {

    @Parameter
    Engine engine;

    ScrobbleFixture fixture;
    Playback playback;

    @BeforeEach
    void open() {
        fixture = new ScrobbleFixture(engine);
        playback = new Playback(fixture.database, fixture.recorder, fixture.due, new ActivityStamps(), fixture::now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void startCountsFromTheBeginningOfTheItem() {
        playback.start(ANN, report(fixture.movie, 25));

        assertThat(watching("started_at"))
                .isEqualTo(START.minus(Duration.ofMinutes(25)).toEpochMilli());
        assertThat(watching("expires_at"))
                .isEqualTo(
                        START.plus(Duration.ofMinutes(75)).plus(Scrobbles.GRACE).toEpochMilli());
    }

    @Test
    void aRepeatedStartUpdatesTheProgress() {
        playback.start(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(20));
        playback.start(ANN, report(fixture.movie, 20));

        assertThat(watching("started_at")).isEqualTo(START.toEpochMilli());
        assertThat(watching("progress")).isEqualTo(2_000);
    }

    @Test
    void pauseStoresAResumePointAndStartRemovesIt() {
        playback.start(ANN, report(fixture.movie, 0));
        fixture.pass(Duration.ofMinutes(30));
        playback.pause(ANN, report(fixture.movie, 30));

        assertThat(resumePoints(Kind.MOVIE)).containsExactly(point(30));
        assertThat(resumePoints(Kind.EPISODE)).isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
        assertThat(fixture.stamps()).containsExactly("movie.paused");

        playback.start(ANN, report(fixture.movie, 30));

        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aLaterPauseReplacesTheResumePoint() {
        playback.pause(ANN, report(fixture.movie, 30));
        fixture.pass(Duration.ofMinutes(5));
        playback.pause(ANN, report(fixture.movie, 90));

        assertThat(resumePoints(Kind.MOVIE)).containsExactly(point(90));
        assertThat(fixture.plays(fixture.movie)).isZero();
    }

    @Test
    void belowOnePercentNothingIsStored() {
        playback.start(ANN, report(fixture.movie, 0));

        assertThat(playback.stop(ANN, report(fixture.movie, 0))).isEqualTo(new StopResult.Ignored());
        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
    }

    @Test
    void stopBelowEightyPercentIsAPause() {
        assertThat(playback.stop(ANN, report(fixture.episode, 79))).isEqualTo(new StopResult.Paused());

        assertThat(resumePoints(Kind.EPISODE)).extracting(ResumePoint::progress).containsExactly(7_900);
        assertThat(fixture.plays(fixture.episode)).isZero();
    }

    @Test
    void stopFromEightyPercentIsAPlay() {
        playback.pause(ANN, report(fixture.movie, 40));
        playback.start(ANN, report(fixture.movie, 40));

        assertThat(playback.stop(ANN, report(fixture.movie, 80))).isEqualTo(new StopResult.Scrobbled());

        assertThat(fixture.plays(fixture.movie)).isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM playback_progress")).isZero();
        assertThat(fixture.count("SELECT count(*) FROM watching")).isZero();
    }

    @Test
    void aRepeatedStopReturnsTheWindowOfThePlay() {
        playback.stop(ANN, report(fixture.movie, 95));
        fixture.pass(Duration.ofMinutes(1));

        StopResult repeated = playback.stop(ANN, report(fixture.movie, 95));

        assertThat(repeated).isInstanceOfSatisfying(StopResult.Repeated.class, window -> {
            assertThat(window.watchedAt()).isEqualTo(START);
            assertThat(window.windowEndsAt()).isAfter(fixture.now());
        });
        assertThat(fixture.plays(fixture.movie)).isEqualTo(1);
    }

    @Test
    void aResumePointIsObsoleteOnceTheItemWasWatched() {
        playback.pause(ANN, report(fixture.movie, 40));
        fixture.pass(Duration.ofMinutes(5));
        fixture.plays.seen(ANN, List.of(new MarkedWatched(fixture.movie, fixture.now(), 1)), null);

        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aResumePointCanBeRemoved() {
        playback.pause(ANN, report(fixture.movie, 40));

        assertThat(playback.removeResumePoint(ScrobbleFixture.BOB, fixture.movie.id()))
                .isFalse();
        assertThat(playback.removeResumePoint(ANN, fixture.movie.id())).isTrue();
        assertThat(playback.removeResumePoint(ANN, fixture.movie.id())).isFalse();
        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aCheckinIsNotReplacedByPlayback() {
        fixture.scrobbles.checkIn(ANN, report(fixture.movie, 0));
        playback.start(ANN, report(fixture.episode, 10));
        playback.pause(ANN, report(fixture.episode, 10));

        assertThat(watching("item_id")).isEqualTo(fixture.movie.id().value());
    }

    private ResumePoint point(int percent) {
        return new ResumePoint(fixture.movie.id(), percent * 100, fixture.now());
    }

    private List<ResumePoint> resumePoints(Kind kind) {
        return playback.resumePoints(new ProfileAccess(fixture.database).self(UserDataFixture.account()), kind);
    }

    private long watching(String column) {
        return fixture.count("SELECT " + column + " FROM watching WHERE user_id = 7");
    }
}
