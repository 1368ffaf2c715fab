package dev.spoolmark.progress;

import static dev.spoolmark.ReadWorld.NOW;
import static dev.spoolmark.ReadWorld.episode;
import static dev.spoolmark.ReadWorld.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
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

    ReadWorld world;
    Progress progress;
    ShowId lost;

    @BeforeEach
    void open() {
        world = new ReadWorld(engine);
        progress = new Progress(world.database, world.catalog, _ -> {}, world.clock);
        lost = world.show(
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
        world.close();
    }

    @Test
    void airedEpisodesCountAndSpecialsDoNot() {
        watch(0, 1);
        watch(1, 1);

        assertThat(watched().tally()).isEqualTo(new ProgressCount(5, 1));
        assertThat(watched().tally().percentage()).isEqualTo(20);
        assertThat(watched().seasons()).extracting(SeasonProgress::number).containsExactly(1, 2);
        assertThat(watched().seasons().getLast().tally()).isEqualTo(new ProgressCount(3, 0));
    }

    @Test
    void anEpisodeWithoutADateBetweenAiredOnesHasAired() {
        watch(2, 1);

        assertThat(watched().tally()).isEqualTo(new ProgressCount(5, 1));
        assertThat(next(ProgressBasis.WATCHED)).contains("2x2");
    }

    @Test
    void anEpisodeWithoutADateAfterTheLastAiredCountsIfPlayed() {
        ShowId running = world.show("Running", season(1, episode(1, "2011-01-01T20:00:00Z"), episode(2, null)));
        assertThat(progress.of(world.ann, ProgressBasis.WATCHED, List.of(running))
                        .getFirst()
                        .tally())
                .isEqualTo(new ProgressCount(1, 0));

        world.rows.addPlay(running, world.episode(running, 1, 2), 3, NOW);

        assertThat(progress.of(world.ann, ProgressBasis.WATCHED, List.of(running))
                        .getFirst()
                        .tally())
                .isEqualTo(new ProgressCount(2, 1));
    }

    @Test
    void provisionalEpisodesOfAListedShowDoNotCount() {
        EpisodeRef made = new EpisodeRef(new ShowRef(Ids.NONE, "Lost", null), 2005, 3, Ids.NONE);
        var stored = world.catalog.findOrCreateEpisodes(List.of(made)).get(made);
        world.rows.addPlay(lost, stored, 3, NOW);
        watch(1, 1);

        assertThat(watched().tally()).isEqualTo(new ProgressCount(5, 1));
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
        assertThat(watched().tally().remaining()).isEqualTo(4);
    }

    @Test
    void theNextEpisodeToCollectIsTheFirstGap() {
        world.rows.addCollected(lost, world.episode(lost, 2, 1));

        assertThat(next(ProgressBasis.COLLECTED)).contains("1x1");
        assertThat(only(ProgressBasis.COLLECTED).tally()).isEqualTo(new ProgressCount(5, 1));
    }

    @Test
    void hiddenSeasonsDoNotCount() {
        watch(1, 1);
        world.rows.addHidden("progress", lost, world.season(lost, 2));
        world.rows.addHidden("calendar", lost, world.season(lost, 1));

        assertThat(watched().hiddenSeasons()).containsExactly(2);
        assertThat(watched().tally()).isEqualTo(new ProgressCount(2, 1));
        assertThat(next(ProgressBasis.WATCHED)).contains("1x2");
    }

    @Test
    void playsAreCountedByAction() {
        world.rows.addPlay(lost, world.episode(lost, 1, 1), 1, NOW.minusSeconds(9));
        world.rows.addPlay(lost, world.episode(lost, 1, 1), 2, NOW.minusSeconds(8));
        world.rows.addPlay(lost, world.episode(lost, 0, 1), 3, NOW.minusSeconds(7));
        world.rows.addPlay(lost, world.episode(lost, 1, 2), 3, NOW.minusSeconds(6));

        assertThat(watched().plays()).isEqualTo(new PlayCounts(1, 1, 2));
        assertThat(watched().plays().all()).isEqualTo(4);
        assertThat(watched().lastPlay()).isEqualTo(NOW.minusSeconds(6));
    }

    @Test
    void ofAllLeavesOutHiddenAndUnwatchedShows() {
        ShowId begun = world.show("Begun", season(1, episode(1, "2011-01-01T20:00:00Z")));
        ShowId hidden = world.show("Hidden", season(1, episode(1, "2011-01-01T20:00:00Z")));
        world.rows.addPlay(begun, world.episode(begun, 1, 1), 3, NOW);
        world.rows.addPlay(hidden, world.episode(hidden, 1, 1), 3, NOW);
        world.rows.addHidden("progress", hidden);
        world.rows.addUnseenMark(lost, world.episode(lost, 1, 1), NOW);

        assertThat(titles(progress.ofAll(world.ann, ProgressBasis.WATCHED))).containsExactly("Begun");
        assertThat(progress.ofAll(world.ann, ProgressBasis.COLLECTED)).isEmpty();
    }

    @Test
    void aRequestedShowIsAlwaysIncluded() {
        assertThat(watched().tally()).isEqualTo(new ProgressCount(5, 0));
        assertThat(next(ProgressBasis.WATCHED)).contains("1x1");
        assertThat(progress.of(world.ann, ProgressBasis.WATCHED, List.of())).isEmpty();
    }

    private void watch(int season, int number) {
        world.rows.addPlay(lost, world.episode(lost, season, number), 3, NOW);
    }

    private ShowProgress watched() {
        return only(ProgressBasis.WATCHED);
    }

    private ShowProgress only(ProgressBasis basis) {
        return progress.of(world.ann, basis, List.of(lost)).getFirst();
    }

    private Optional<String> next(ProgressBasis basis) {
        return Optional.ofNullable(only(basis).next()).map(episode -> episode.season() + "x" + episode.number());
    }

    private static List<String> titles(List<ShowProgress> shows) {
        return shows.stream().map(one -> one.show().title()).toList();
    }
}
