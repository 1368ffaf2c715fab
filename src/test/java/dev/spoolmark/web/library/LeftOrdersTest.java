package dev.spoolmark.web.library;

import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftOrdersTest {

    private static final int EPISODES = 5;

    private final UserDataFixture world = new UserDataFixture(Engine.SQLITE);
    private final List<ShowId> shows = new ArrayList<>();
    private Instant now = UserDataFixture.NOW;
    private PlayAdditions additions;
    private UpNext upNext;
    private LeftOrders orders;

    @BeforeEach
    void open() {
        ActivityStamps stamps = new ActivityStamps();
        PlayRecorder recorder = new PlayRecorder(stamps, new Watchlist(world.database, stamps, () -> now));
        additions = new PlayAdditions(world.database, recorder, _ -> {}, () -> now);
        upNext = new UpNext(world.database, world.catalog, _ -> {}, () -> now);
        orders = new LeftOrders(upNext, () -> now);
        for (String title : List.of("Anchor", "Bridge", "Cliff")) {
            shows.add(world.show(title, season(1, episodes())));
        }
        watch(0, 1, "2013-06-01T12:00:00Z");
        watch(1, 3, "2013-06-02T12:00:00Z");
        watch(2, 2, "2013-06-03T12:00:00Z");
    }

    /// One of them airs in the next hour.
    private static EpisodeItem[] episodes() {
        return new EpisodeItem[] {
            episode(1, "2013-01-01T20:00:00Z"),
            episode(2, "2013-01-02T20:00:00Z"),
            episode(3, "2013-01-03T20:00:00Z"),
            episode(4, "2013-01-04T20:00:00Z"),
            episode(EPISODES, "2013-06-24T12:05:00Z")
        };
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void watch(int show, int number, String at) {
        Watchable episode = Watchable.of(world.episode(shows.get(show), 1, number), shows.get(show));
        additions.watchedAt(world.ann.owner(), episode, Instant.parse(at), null);
    }

    private List<String> left() {
        return left(upNext.started(world.ann));
    }

    /// The index of each show and what is left of it.
    private List<String> left(List<StartedShow> started) {
        return orders.of(world.ann, ProgressSort.EPISODES, started).stream()
                .map(show -> shows.indexOf(show.started().show()) + ":"
                        + show.position().key() + (show.finished() ? " finished" : ""))
                .toList();
    }

    @Test
    void theFewestEpisodesLeftComeFirst() {
        assertThat(left()).containsExactly("1:1", "2:2", "0:3");
    }

    @Test
    void aShowThatIsWatchedIsCalculatedAgain() {
        left();
        watch(0, 4, "2013-06-04T12:00:00Z");

        assertThat(left()).containsExactly("0:0 finished", "1:1", "2:2");
    }

    /// The list of shows, with the time of the last play of each, is the same.
    @Test
    void aPlayInThePastIsSeenAtOnce() {
        left();
        watch(2, 4, "2013-05-01T12:00:00Z");

        assertThat(left()).containsExactly("2:0 finished", "1:1", "0:3");
    }

    @Test
    void aDeletedPlayIsSeenAtOnce() {
        watch(2, 4, "2013-05-01T12:00:00Z");
        left();
        long play = additions
                .of(world.ann, world.episode(shows.get(2), 1, 4), 1)
                .getFirst()
                .id();
        additions.delete(world.ann.owner(), play);

        assertThat(left()).containsExactly("1:1", "2:2", "0:3");
    }

    @Test
    void anEpisodeThatAirsIsSeenAfterTenMinutes() {
        left();
        now = now.plus(Duration.ofMinutes(8));
        assertThat(left()).containsExactly("1:1", "2:2", "0:3");
        now = now.plus(Duration.ofMinutes(3));

        assertThat(left()).containsExactly("1:2", "2:3", "0:4");
    }

    @Test
    void aPartOfTheShowsIsOrderedByItself() {
        List<StartedShow> some = upNext.started(world.ann).stream()
                .filter(show -> !show.show().equals(shows.get(1)))
                .toList();

        assertThat(left(some)).containsExactly("2:2", "0:3");
        assertThat(left()).containsExactly("1:1", "2:2", "0:3");
        assertThat(left(some)).containsExactly("2:2", "0:3");
    }
}
