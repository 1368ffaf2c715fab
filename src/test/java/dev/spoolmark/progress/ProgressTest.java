package dev.spoolmark.progress;

import static dev.spoolmark.UserDataFixture.NOW;
import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.Engine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Progress of a user in a show, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class ProgressTest {

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    Progress progress;
    ShowId lost;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        progress = new Progress(fixture.database, fixture.catalog, _ -> {}, fixture.clock);
        lost = fixture.show(
                "Lost",
                season(0, episode(1, "2010-01-01T20:00:00Z")),
                season(1, episode(1, "2011-01-01T20:00:00Z"), episode(2, "2011-01-08T20:00:00Z")),
                season(
                        2,
                        episode(1, "2012-01-01T20:00:00Z"),
                        episode(2, null),
                        episode(3, "2013-06-24T12:00:00Z"),
                        episode(4, "2013-06-24T12:00:01Z")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void airedEpisodesCountAndSpecialsDoNot() {
        watch(0, 1);
        watch(1, 1);

        assertThat(watched().count()).isEqualTo(new ProgressCount(5, 1));
        assertThat(watched().count().percentage()).isEqualTo(20);
        assertThat(watched().seasons()).extracting(SeasonProgress::number).containsExactly(1, 2);
        assertThat(watched().seasons().getLast().count()).isEqualTo(new ProgressCount(3, 0));
    }

    @Test
    void anEpisodeWithoutADateBetweenAiredOnesHasAired() {
        watch(2, 1);

        assertThat(watched().count()).isEqualTo(new ProgressCount(5, 1));
        assertThat(next(ProgressBasis.WATCHED)).contains("2x2");
    }

    @Test
    void anEpisodeWithoutADateAfterTheLastAiredCountsIfPlayed() {
        ShowId running = fixture.show("Running", season(1, episode(1, "2011-01-01T20:00:00Z"), episode(2, null)));
        assertThat(progress.of(fixture.ann, ProgressBasis.WATCHED, List.of(running))
                        .getFirst()
                        .count())
                .isEqualTo(new ProgressCount(1, 0));

        fixture.rows.addPlay(running, fixture.episode(running, 1, 2), 3, NOW);

        assertThat(progress.of(fixture.ann, ProgressBasis.WATCHED, List.of(running))
                        .getFirst()
                        .count())
                .isEqualTo(new ProgressCount(2, 1));
    }

    @Test
    void provisionalEpisodesOfAListedShowDoNotCount() {
        EpisodeRef made = new EpisodeRef(new ShowRef(Ids.NONE, "Lost", null), 2005, 3, Ids.NONE);
        var stored = fixture.catalog.findOrCreateEpisodes(List.of(made)).get(made);
        fixture.rows.addPlay(lost, stored, 3, NOW);
        watch(1, 1);

        assertThat(watched().count()).isEqualTo(new ProgressCount(5, 1));
        assertThat(watched().seasons()).extracting(SeasonProgress::number).containsExactly(1, 2);
        assertThat(watched().plays().all()).isEqualTo(1);
    }

    @Test
    void theNextEpisodeFollowsTheLastWatched() {
        watch(1, 2);

        assertThat(next(ProgressBasis.WATCHED)).contains("2x1");
    }

    @Test
    void afterTheNewestEpisodeThereIsNoNextDespiteGaps() {
        watch(2, 3);

        assertThat(next(ProgressBasis.WATCHED)).isEmpty();
        assertThat(watched().count().remaining()).isEqualTo(4);
    }

    @Test
    void theNextEpisodeToCollectIsTheFirstGap() {
        fixture.rows.addCollected(lost, fixture.episode(lost, 2, 1));

        assertThat(next(ProgressBasis.COLLECTED)).contains("1x1");
        assertThat(only(ProgressBasis.COLLECTED).count()).isEqualTo(new ProgressCount(5, 1));
    }

    @Test
    void hiddenSeasonsDoNotCount() {
        watch(1, 1);
        fixture.rows.addHidden("progress", lost, fixture.season(lost, 2));
        fixture.rows.addHidden("calendar", lost, fixture.season(lost, 1));

        assertThat(watched().hiddenSeasons()).containsExactly(2);
        assertThat(watched().count()).isEqualTo(new ProgressCount(2, 1));
        assertThat(next(ProgressBasis.WATCHED)).contains("1x2");
    }

    @Test
    void playsAreCountedByAction() {
        fixture.rows.addPlay(lost, fixture.episode(lost, 1, 1), 1, NOW.minusSeconds(9));
        fixture.rows.addPlay(lost, fixture.episode(lost, 1, 1), 2, NOW.minusSeconds(8));
        fixture.rows.addPlay(lost, fixture.episode(lost, 0, 1), 3, NOW.minusSeconds(7));
        fixture.rows.addPlay(lost, fixture.episode(lost, 1, 2), 3, NOW.minusSeconds(6));

        assertThat(watched().plays()).isEqualTo(new PlayCounts(1, 1, 2));
        assertThat(watched().plays().all()).isEqualTo(4);
        assertThat(watched().lastPlay()).isEqualTo(NOW.minusSeconds(6));
    }

    @Test
    void ofAllLeavesOutHiddenAndUnwatchedShows() {
        ShowId started = fixture.show("Begun", season(1, episode(1, "2011-01-01T20:00:00Z")));
        ShowId hidden = fixture.show("Hidden", season(1, episode(1, "2011-01-01T20:00:00Z")));
        fixture.rows.addPlay(started, fixture.episode(started, 1, 1), 3, NOW);
        fixture.rows.addPlay(hidden, fixture.episode(hidden, 1, 1), 3, NOW);
        fixture.rows.addHidden("progress", hidden);
        fixture.rows.addUnseenMark(lost, fixture.episode(lost, 1, 1), NOW);

        assertThat(titles(progress.ofAll(fixture.ann, ProgressBasis.WATCHED))).containsExactly("Begun");
        assertThat(progress.ofAll(fixture.ann, ProgressBasis.COLLECTED)).isEmpty();
    }

    @Test
    void aRequestedShowIsAlwaysIncluded() {
        assertThat(watched().count()).isEqualTo(new ProgressCount(5, 0));
        assertThat(next(ProgressBasis.WATCHED)).contains("1x1");
        assertThat(progress.of(fixture.ann, ProgressBasis.WATCHED, List.of())).isEmpty();
    }

    private void watch(int season, int number) {
        fixture.rows.addPlay(lost, fixture.episode(lost, season, number), 3, NOW);
    }

    private ShowProgress watched() {
        return only(ProgressBasis.WATCHED);
    }

    private ShowProgress only(ProgressBasis basis) {
        return progress.of(fixture.ann, basis, List.of(lost)).getFirst();
    }

    private Optional<String> next(ProgressBasis basis) {
        return Optional.ofNullable(only(basis).next()).map(episode -> episode.season() + "x" + episode.number());
    }

    private static List<String> titles(List<ShowProgress> shows) {
        return shows.stream().map(one -> one.show().title()).toList();
    }
}
