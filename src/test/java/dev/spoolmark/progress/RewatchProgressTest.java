package dev.spoolmark.progress;

import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rewatch.Rewatch;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.userstate.EpisodeMark;
import dev.spoolmark.userstate.ItemDetails;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RewatchProgressTest {

    private static final Instant NOW = UserDataFixture.NOW;

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    PlayHistory plays;
    Rewatches rewatches;
    UpNext upNext;
    UserId ann;
    ShowId show;
    private Instant time = NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        ann = fixture.ann.owner();
        InstantSource clock = () -> time;
        ActivityStamps stamps = new ActivityStamps();
        Watchlist watchlist = new Watchlist(fixture.database, stamps, clock);
        plays = new PlayHistory(fixture.database, new PlayRecorder(stamps, watchlist), due -> {}, clock);
        rewatches = new Rewatches(fixture.database, due -> {}, clock);
        upNext = new UpNext(fixture.database, fixture.catalog, due -> {}, clock);
        show = fixture.show(
                "Twice",
                season(
                        1,
                        episode(1, "2013-01-01T20:00:00Z"),
                        episode(2, "2013-01-08T20:00:00Z"),
                        episode(3, "2013-01-15T20:00:00Z")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void watch(int number, @Nullable Instant at) {
        fixture.rows.addPlay(show, fixture.episode(show, 1, number), 3, at == null ? time : at);
    }

    private UpNextShow state() {
        return upNext.of(fixture.ann, List.of(show)).getFirst();
    }

    @Test
    void playsBeforeTheRewatchDoNotCount() {
        watch(1, NOW.minus(Duration.ofDays(2)));
        watch(2, NOW.minus(Duration.ofDays(1)));
        assertThat(state().run()).isEqualTo(1);

        Rewatch second = rewatches.start(ann, show).orElseThrow();

        assertThat(second).isEqualTo(new Rewatch(show, 2, NOW));
        assertThat(state().run()).isEqualTo(2);
        assertThat(state().runStart()).isEqualTo(NOW);
        assertThat(state().count()).isEqualTo(new ProgressCount(3, 0));
        assertThat(state().next()).extracting("number").isEqualTo(1);

        time = NOW.plusSeconds(60);
        watch(1, time);
        assertThat(state().count().completed()).isEqualTo(1);
        assertThat(state().next()).extracting("number").isEqualTo(2);
    }

    @Test
    void theProgressOfV1CountsAllPlays() {
        watch(1, NOW.minus(Duration.ofDays(2)));
        watch(2, NOW.minus(Duration.ofDays(1)));
        Progress progress = new Progress(fixture.database, fixture.catalog, due -> {}, fixture.clock);
        List<ShowProgress> before = progress.ofAll(fixture.ann, ProgressBasis.WATCHED);

        rewatches.start(ann, show);

        assertThat(progress.ofAll(fixture.ann, ProgressBasis.WATCHED))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    void aPlayAtAnUnknownTimeCountsInTheRunInWhichItWasStored() {
        markAtUnknownTime(1);
        time = NOW.plusSeconds(60);
        rewatches.start(ann, show);
        assertThat(state().count().completed()).isZero();

        time = NOW.plusSeconds(120);
        markAtUnknownTime(2);

        assertThat(state().count().completed()).isEqualTo(1);
        assertThat(state().next()).extracting("number").isEqualTo(3);
    }

    private void markAtUnknownTime(int number) {
        Watchable episode = Watchable.of(fixture.episode(show, 1, number), show);
        plays.seen(ann, List.of(MarkedWatched.once(episode, null)), null);
    }

    @Test
    void aRunWithoutPlaysIsNotRepeated() {
        assertThat(rewatches.start(ann, show)).isEmpty();
        watch(1, NOW.minus(Duration.ofDays(2)));
        Rewatch second = rewatches.start(ann, show).orElseThrow();

        time = NOW.plusSeconds(5);
        assertThat(rewatches.start(ann, show)).contains(second);

        watch(1, time);
        time = NOW.plusSeconds(10);
        assertThat(rewatches.start(ann, show)).contains(new Rewatch(show, 3, time));
    }

    @Test
    void anUndoneRewatchGivesItsPlaysToTheRunBefore() {
        watch(1, NOW.minus(Duration.ofDays(2)));
        Rewatch second = rewatches.start(ann, show).orElseThrow();
        time = NOW.plusSeconds(60);
        watch(2, time);

        assertThat(rewatches.undo(new UserId(8), show, second.startedAt())).isFalse();
        assertThat(rewatches.undo(ann, show, second.startedAt())).isTrue();
        assertThat(rewatches.undo(ann, show, second.startedAt())).isFalse();

        assertThat(state().run()).isEqualTo(1);
        assertThat(state().count().completed()).isEqualTo(2);
    }

    @Test
    void aRunCanStartAtAnEarlierTime() {
        watch(1, NOW.minus(Duration.ofDays(4)));
        watch(1, NOW.minus(Duration.ofDays(1)));
        Instant between = NOW.minus(Duration.ofDays(2));

        assertThat(rewatches.startAt(ann, show, between)).contains(new Rewatch(show, 2, between));
        assertThat(state().count().completed()).isEqualTo(1);
        assertThat(rewatches.startAt(ann, show, NOW.minus(Duration.ofDays(3))))
                .contains(new Rewatch(show, 2, NOW.minus(Duration.ofDays(3))));
        assertThatThrownBy(() -> rewatches.startAt(ann, show, NOW.plus(Duration.ofDays(1))))
                .isInstanceOf(ProblemException.class);
        assertThat(rewatches.undoAll(ann, show)).isTrue();
        assertThat(rewatches.of(fixture.ann, List.of(show))).isEmpty();
    }

    @Test
    void theMarksOfEpisodesHaveTheRunAndAllPlays() {
        watch(1, NOW.minus(Duration.ofDays(2)));
        watch(2, NOW.minus(Duration.ofDays(2)));
        rewatches.start(ann, show);
        time = NOW.plusSeconds(60);
        watch(1, time);

        ItemDetails details = new ItemDetails(fixture.database, due -> {});
        assertThat(details.of(fixture.ann, show, show).episodes())
                .containsEntry(fixture.episode(show, 1, 1), new EpisodeMark(2, true, false, null))
                .containsEntry(fixture.episode(show, 1, 2), new EpisodeMark(1, false, false, null));
    }
}
