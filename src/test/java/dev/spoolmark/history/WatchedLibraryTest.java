package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Watched items of a user as a library.
@ParameterizedClass
@EnumSource(Engine.class)
class WatchedLibraryTest {

    private static final ShowId SHOW = new ShowId(100);
    private static final ShowId OTHER = new ShowId(200);

    @Parameter
    Engine engine;

    /// More parameters than one statement of either engine accepts.
    @Test
    void anyNumberOfItemsCanBeReadAndRemoved() {
        try (UserDataFixture fixture = new UserDataFixture(engine)) {
            List<MovieId> all =
                    IntStream.range(0, 40_000).mapToObj(MovieId::new).toList();
            PlayHistory plays = plays(fixture);
            fixture.rows.addPlay(all.getFirst(), 3, UserDataFixture.NOW);
            fixture.rows.addPlay(all.getLast(), 3, UserDataFixture.NOW);

            assertThat(plays.watched(fixture.ann, all)).containsOnlyKeys(all.getFirst(), all.getLast());
            assertThat(plays.unseen(
                            fixture.ann.owner(), all.stream().map(Watchable::of).toList()))
                    .isEqualTo(2);
            assertThat(plays.watched(fixture.ann, all)).hasSize(40_000);
        }
    }

    @Test
    void severalPlaysOfOneTimeAreOneRecentPlay() {
        try (UserDataFixture fixture = new UserDataFixture(engine)) {
            PlayHistory plays = plays(fixture);
            Watchable movie = Watchable.of(new MovieId(1));
            Watchable episode = Watchable.of(new EpisodeId(101), SHOW);
            plays.seen(
                    fixture.ann.owner(),
                    List.of(
                            new MarkedWatched(movie, UserDataFixture.NOW, 5),
                            MarkedWatched.once(episode, UserDataFixture.NOW.minusSeconds(9))),
                    null);

            assertThat(plays.recent(
                            fixture.ann, EnumSet.of(Kind.MOVIE, Kind.EPISODE), EnumSet.allOf(PlayAction.class), 10))
                    .extracting(Play::item)
                    .containsExactly(movie, episode);
        }
    }

    @Test
    void watchedAndUnseenAreSeparate() {
        try (UserDataFixture fixture = new UserDataFixture(engine)) {
            PlayHistory plays = plays(fixture);
            fixture.rows.addPlay(new MovieId(1), 3, UserDataFixture.NOW);
            fixture.rows.addPlay(SHOW, new EpisodeId(101), 1, UserDataFixture.NOW);
            fixture.rows.addPlay(SHOW, new EpisodeId(102), 3, UserDataFixture.NOW);
            fixture.rows.addUnseenMark(SHOW, new EpisodeId(103), UserDataFixture.NOW);
            fixture.rows.addUnseenMark(OTHER, new EpisodeId(201), UserDataFixture.NOW);

            assertThat(plays.moviesWatched(fixture.ann)).containsExactly(new MovieId(1));
            assertThat(plays.showsWatched(fixture.ann)).containsExactly(SHOW);
            assertThat(plays.ofShows(fixture.ann, List.of(SHOW, OTHER)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, 2);
            assertThat(plays.watchedEpisodes(fixture.ann, List.of(SHOW, OTHER)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, Set.of(new EpisodeId(101), new EpisodeId(102)));
            assertThat(plays.showsUnseen(fixture.ann)).containsExactly(SHOW, OTHER);
            assertThat(plays.unseenEpisodes(fixture.ann, List.of(SHOW)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, Set.of(new EpisodeId(103)));
            assertThat(plays.watchedEpisodes(fixture.ann, List.of())).isEmpty();
        }
    }

    private static PlayHistory plays(UserDataFixture fixture) {
        ActivityStamps timeline = new ActivityStamps();
        PlayRecorder recorder = new PlayRecorder(timeline, new Watchlist(fixture.database, timeline, fixture.clock));
        return new PlayHistory(fixture.database, recorder, nobody -> {}, fixture.clock);
    }
}
