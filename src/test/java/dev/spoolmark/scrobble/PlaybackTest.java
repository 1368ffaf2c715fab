package dev.spoolmark.scrobble;

import static dev.spoolmark.scrobble.PlayWorld.ANN;
import static dev.spoolmark.scrobble.PlayWorld.START;
import static dev.spoolmark.scrobble.PlayWorld.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
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

    PlayWorld world;
    Playback playback;

    @BeforeEach
    void open() {
        world = new PlayWorld(engine);
        playback = new Playback(world.database, world.recorder, world.due, new ActivityStamps(), world::now);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void startCountsFromTheBeginningOfTheItem() {
        playback.start(ANN, report(world.movie, 25));

        assertThat(watching("started_at"))
                .isEqualTo(START.minus(Duration.ofMinutes(25)).toEpochMilli());
        assertThat(watching("expires_at"))
                .isEqualTo(
                        START.plus(Duration.ofMinutes(75)).plus(Scrobbles.GRACE).toEpochMilli());
    }

    @Test
    void aRepeatedStartUpdatesTheProgress() {
        playback.start(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(20));
        playback.start(ANN, report(world.movie, 20));

        assertThat(watching("started_at")).isEqualTo(START.toEpochMilli());
        assertThat(watching("progress")).isEqualTo(2_000);
    }

    @Test
    void pauseStoresAResumePointAndStartRemovesIt() {
        playback.start(ANN, report(world.movie, 0));
        world.pass(Duration.ofMinutes(30));
        playback.pause(ANN, report(world.movie, 30));

        assertThat(resumePoints(Kind.MOVIE)).containsExactly(point(30));
        assertThat(resumePoints(Kind.EPISODE)).isEmpty();
        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
        assertThat(world.stamps()).containsExactly("movie.paused");

        playback.start(ANN, report(world.movie, 30));

        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aLaterPauseReplacesTheResumePoint() {
        playback.pause(ANN, report(world.movie, 30));
        world.pass(Duration.ofMinutes(5));
        playback.pause(ANN, report(world.movie, 90));

        assertThat(resumePoints(Kind.MOVIE)).containsExactly(point(90));
        assertThat(world.plays(world.movie)).isZero();
    }

    @Test
    void belowOnePercentNothingIsStored() {
        playback.start(ANN, report(world.movie, 0));

        assertThat(playback.stop(ANN, report(world.movie, 0))).isEqualTo(new StopResult.Ignored());
        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
    }

    @Test
    void stopBelowEightyPercentIsAPause() {
        assertThat(playback.stop(ANN, report(world.episode, 79))).isEqualTo(new StopResult.Paused());

        assertThat(resumePoints(Kind.EPISODE)).extracting(ResumePoint::progress).containsExactly(7_900);
        assertThat(world.plays(world.episode)).isZero();
    }

    @Test
    void stopFromEightyPercentIsAPlay() {
        playback.pause(ANN, report(world.movie, 40));
        playback.start(ANN, report(world.movie, 40));

        assertThat(playback.stop(ANN, report(world.movie, 80))).isEqualTo(new StopResult.Scrobbled());

        assertThat(world.plays(world.movie)).isEqualTo(1);
        assertThat(world.count("SELECT count(*) FROM playback_progress")).isZero();
        assertThat(world.count("SELECT count(*) FROM watching")).isZero();
    }

    @Test
    void aRepeatedStopReturnsTheWindowOfThePlay() {
        playback.stop(ANN, report(world.movie, 95));
        world.pass(Duration.ofMinutes(1));

        StopResult repeated = playback.stop(ANN, report(world.movie, 95));

        assertThat(repeated).isInstanceOfSatisfying(StopResult.Repeated.class, window -> {
            assertThat(window.watchedAt()).isEqualTo(START);
            assertThat(window.windowEndsAt()).isAfter(world.now());
        });
        assertThat(world.plays(world.movie)).isEqualTo(1);
    }

    @Test
    void aResumePointIsObsoleteOnceTheItemWasWatched() {
        playback.pause(ANN, report(world.movie, 40));
        world.pass(Duration.ofMinutes(5));
        world.plays.seen(ANN, List.of(new MarkedWatched(world.movie, world.now(), 1)), null);

        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aResumePointCanBeRemoved() {
        playback.pause(ANN, report(world.movie, 40));

        assertThat(playback.removeResumePoint(PlayWorld.BOB, world.movie.id())).isFalse();
        assertThat(playback.removeResumePoint(ANN, world.movie.id())).isTrue();
        assertThat(playback.removeResumePoint(ANN, world.movie.id())).isFalse();
        assertThat(resumePoints(Kind.MOVIE)).isEmpty();
    }

    @Test
    void aCheckinIsNotReplacedByPlayback() {
        world.scrobbles.checkIn(ANN, report(world.movie, 0));
        playback.start(ANN, report(world.episode, 10));
        playback.pause(ANN, report(world.episode, 10));

        assertThat(watching("item_id")).isEqualTo(world.movie.id().value());
    }

    private ResumePoint point(int percent) {
        return new ResumePoint(world.movie.id(), percent * 100, world.now());
    }

    private List<ResumePoint> resumePoints(Kind kind) {
        return playback.resumePoints(new ProfileAccess(world.database).self(ReadWorld.account()), kind);
    }

    private long watching(String column) {
        return world.count("SELECT " + column + " FROM watching WHERE user_id = 7");
    }
}
