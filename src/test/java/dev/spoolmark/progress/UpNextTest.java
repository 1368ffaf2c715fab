package dev.spoolmark.progress;

import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class UpNextTest {

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    PlayHistory plays;
    UpNext upNext;
    Progress progress;
    ShowId show;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        ActivityStamps stamps = new ActivityStamps();
        Watchlist watchlist = new Watchlist(fixture.database, stamps, fixture.clock);
        plays = new PlayHistory(fixture.database, new PlayRecorder(stamps, watchlist), due -> {}, fixture.clock);
        upNext = new UpNext(fixture.database, fixture.catalog, due -> {}, fixture.clock);
        progress = new Progress(fixture.database, fixture.catalog, due -> {}, fixture.clock);
        show = fixture.show(
                "Two Seasons",
                season(0, episode(1, "2012-01-01T20:00:00Z")),
                season(1, episode(1, "2013-01-01T20:00:00Z"), episode(2, "2013-01-08T20:00:00Z")),
                season(2, episode(1, "2013-06-01T20:00:00Z"), episode(2, "2013-09-01T20:00:00Z")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void watch(int season, int number) {
        Watchable episode = Watchable.of(fixture.episode(show, season, number), show);
        plays.seen(fixture.ann.owner(), List.of(MarkedWatched.once(episode, UserDataFixture.NOW)), null);
    }

    private List<EpisodeSlot> next() {
        return upNext.of(fixture.ann, List.of(show)).stream()
                .flatMap(found -> Stream.ofNullable(found.next()))
                .toList();
    }

    @Test
    void theNextEpisodeIsTheOneThatProgressNames() {
        watch(1, 1);

        assertThat(next())
                .containsExactly(progress.of(fixture.ann, ProgressBasis.WATCHED, List.of(show))
                        .getFirst()
                        .next());
        assertThat(upNext.of(fixture.ann, List.of(show)).getFirst().left()).isEqualTo(2);
    }

    @Test
    void afterTheLastAiredEpisodeThereIsNone() {
        watch(2, 1);

        assertThat(next()).isEmpty();
    }

    @Test
    void aSkippedEpisodeIsNextOnlyByTheRuleInOrder() {
        watch(1, 2);
        assertThat(next()).extracting(EpisodeSlot::season, EpisodeSlot::number).containsExactly(tuple(2, 1));
        assertThat(upNext.of(fixture.ann, List.of(show)).getFirst().left()).isEqualTo(1);

        new ShowSettings(fixture.database, fixture.clock).setRule(fixture.ann.owner(), show, NextRule.IN_ORDER);

        assertThat(next()).extracting(EpisodeSlot::season, EpisodeSlot::number).containsExactly(tuple(1, 1));
        assertThat(upNext.of(fixture.ann, List.of(show)).getFirst().left()).isEqualTo(2);
        assertThat(upNext.of(fixture.ann, List.of(show)).getFirst().leftInSeason())
                .isEqualTo(1);
    }

    @Test
    void startedShowsAreOrderedByTheNewestPlayOfAnyKind() {
        ShowId undated = fixture.show("Undated", season(1, episode(1, null)));
        ShowId old = fixture.show("Old", season(1, episode(1, "2012-01-01T20:00:00Z")));
        ShowId unseen = fixture.show("Unseen", season(1, episode(1, "2012-01-01T20:00:00Z")));
        seen(old, "2012-02-01T20:00:00Z");
        seen(show, "2013-06-01T20:00:00Z");
        seen(undated, null); // stored now

        assertThat(upNext.started(fixture.ann))
                .extracting(StartedShow::show)
                .containsExactly(undated, show, old)
                .doesNotContain(unseen);
        assertThat(upNext.started(fixture.ann)).allMatch(StartedShow::isActive);

        Hidden hidden = new Hidden(fixture.database, fixture.clock);
        hidden.hide(fixture.ann.owner(), HiddenSection.DROPPED, old);
        hidden.hide(fixture.ann.owner(), HiddenSection.PROGRESS, unseen);
        new ShowSettings(fixture.database, fixture.clock).pin(fixture.ann.owner(), show);

        assertThat(upNext.started(fixture.ann))
                .extracting(StartedShow::show, StartedShow::isPinned, StartedShow::hidden, StartedShow::dropped)
                .containsExactly(
                        tuple(undated, false, false, false),
                        tuple(show, true, false, false),
                        tuple(old, false, false, true),
                        tuple(unseen, false, true, false));
        assertThat(upNext.state(fixture.ann, old).dropped()).isTrue();
        assertThat(upNext.state(fixture.ann, unseen).hidden()).isTrue();
        assertThat(upNext.state(fixture.ann, show).pinned()).isTrue();
        assertThat(upNext.state(fixture.ann, undated)).isEqualTo(ShowState.NONE);
    }

    private void seen(ShowId of, @Nullable String at) {
        Watchable episode = Watchable.of(fixture.episode(of, 1, 1), of);
        Instant watched = at == null ? null : Instant.parse(at);
        plays.seen(fixture.ann.owner(), List.of(MarkedWatched.once(episode, watched)), null);
    }

    @Test
    void droppedShowsAreNotInTheProgressOfV1() {
        watch(1, 1);
        new Hidden(fixture.database, fixture.clock).hide(fixture.ann.owner(), HiddenSection.DROPPED, show);

        assertThat(progress.ofAll(fixture.ann, ProgressBasis.WATCHED)).isEmpty();
    }

    @Test
    void hiddenSeasonsAreLeftOut() {
        watch(1, 1);
        new Hidden(fixture.database, fixture.clock)
                .hide(fixture.ann.owner(), HiddenSection.PROGRESS, show, fixture.season(show, 1));

        assertThat(next()).map(EpisodeSlot::season).containsExactly(2);
    }
}
