package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What somebody watched, read as a library.
@ParameterizedClass
@EnumSource(Engine.class)
class WatchedLibraryTest {

    private static final ShowId SHOW = new ShowId(100);
    private static final ShowId OTHER = new ShowId(200);

    @Parameter
    Engine engine;

    @Test
    void watchedAndUnseenAreKeptApart() {
        try (ReadWorld world = new ReadWorld(engine)) {
            Timeline timeline = new Timeline();
            PlayRecorder recorder = new PlayRecorder(timeline, new Watchlist(world.database, timeline, world.clock));
            Plays plays = new Plays(world.database, recorder, nobody -> {}, world.clock);
            world.deeds.played(new MovieId(1), 3, ReadWorld.NOW);
            world.deeds.played(SHOW, new EpisodeId(101), 1, ReadWorld.NOW);
            world.deeds.played(SHOW, new EpisodeId(102), 3, ReadWorld.NOW);
            world.deeds.markedUnseen(SHOW, new EpisodeId(103), ReadWorld.NOW);
            world.deeds.markedUnseen(OTHER, new EpisodeId(201), ReadWorld.NOW);

            assertThat(plays.moviesWatched(world.ann)).containsExactly(new MovieId(1));
            assertThat(plays.showsWatched(world.ann)).containsOnlyKeys(SHOW);
            assertThat(plays.ofShows(world.ann, List.of(SHOW, OTHER)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, 2);
            assertThat(plays.watchedEpisodes(world.ann, List.of(SHOW, OTHER)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, Set.of(new EpisodeId(101), new EpisodeId(102)));
            assertThat(plays.showsUnseen(world.ann)).containsExactly(SHOW, OTHER);
            assertThat(plays.unseenEpisodes(world.ann, List.of(SHOW)))
                    .containsOnlyKeys(SHOW)
                    .containsEntry(SHOW, Set.of(new EpisodeId(103)));
            assertThat(plays.watchedEpisodes(world.ann, List.of())).isEmpty();
        }
    }
}
