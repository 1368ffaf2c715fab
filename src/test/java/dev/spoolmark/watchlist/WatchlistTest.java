package dev.spoolmark.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class WatchlistTest {

    private static final UserId ANN = new UserId(7);
    private static final ShowId SHOW = new ShowId(100);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    Watchlist watchlist;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        watchlist = new Watchlist(fixture.database, new ActivityStamps(), () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theNewestComesFirstAndAddingAgainChangesNoRank() {
        watchlist.addMovies(ANN, movies(1, 2));
        now = now.plusSeconds(60);

        assertThat(watchlist.addMovies(ANN, movies(1, 3))).containsExactly(new MovieId(3));
        assertThat(watchlist.of(fixture.ann, Kind.MOVIE))
                .containsExactly(new MovieId(3), new MovieId(2), new MovieId(1));
        assertThat(watchlist.since(fixture.ann, movies(1, 2, 3)))
                .containsOnly(
                        entry(new MovieId(3), now),
                        entry(new MovieId(2), UserDataFixture.NOW),
                        entry(new MovieId(1), UserDataFixture.NOW));
    }

    @Test
    void kindsAreSeparate() {
        watchlist.addShows(ANN, List.of(SHOW));
        watchlist.addEpisodes(ANN, SHOW, List.of(new EpisodeId(11)));

        assertThat(watchlist.of(fixture.ann, Kind.SHOW)).containsExactly(SHOW);
        assertThat(watchlist.of(fixture.ann, Kind.EPISODE)).containsExactly(new EpisodeId(11));
        assertThat(watchlist.of(fixture.ann, Kind.MOVIE)).isEmpty();
    }

    @Test
    void episodesAreGroupedByShowWithTheNewestFirst() {
        ShowId other = new ShowId(SHOW.value() + 1);
        watchlist.addEpisodes(ANN, SHOW, List.of(new EpisodeId(11)));
        watchlist.addEpisodes(ANN, other, List.of(new EpisodeId(21)));
        now = now.plusSeconds(60);
        watchlist.addEpisodes(ANN, SHOW, List.of(new EpisodeId(12)));

        assertThat(watchlist.showsOfEpisodes(fixture.ann)).containsExactly(SHOW, other);
        assertThat(watchlist.episodes(fixture.ann, List.of(other, SHOW)))
                .containsOnly(
                        entry(SHOW, List.of(new EpisodeId(12), new EpisodeId(11))),
                        entry(other, List.of(new EpisodeId(21))));
    }

    @Test
    void concurrentAddsInsertEachItemOnce() {
        AtomicInteger added = new AtomicInteger();

        IntStream.range(0, 16)
                .parallel()
                .forEach(n -> added.addAndGet(
                        watchlist.addMovies(ANN, movies(1, 2, 3)).size()));

        assertThat(added).hasValue(3);
    }

    @Test
    void watchedItemsAreRemovedInTheTransactionOfThePlay() {
        watchlist.addMovies(ANN, movies(1, 2));

        int left = fixture.database.write(tx -> watchlist.remove(tx, ANN, movies(1, 9), now));

        assertThat(left).isEqualTo(1);
        assertThat(watchlist.since(fixture.ann, movies(1, 2))).containsOnlyKeys(new MovieId(2));
        assertThat(watchlist.remove(ANN, movies(1, 2))).isEqualTo(1);
    }

    @Test
    void stampsChangeOnlyIfItemsChanged() {
        watchlist.addMovies(ANN, movies(1));
        watchlist.addShows(ANN, List.of(SHOW));
        now = now.plusSeconds(60);
        watchlist.addMovies(ANN, movies(1));
        watchlist.remove(ANN, List.of(SHOW));

        assertThat(stamp("movie.watchlist")).isEqualTo(UserDataFixture.NOW);
        assertThat(stamp("show.watchlist")).isEqualTo(now);
    }

    @Test
    void aBatchBeyondTheLimitIsRejectedCompletely() {
        Watchlist small = new Watchlist(fixture.database, new ActivityStamps(), () -> now, 2);
        small.addMovies(ANN, movies(1));

        assertThatThrownBy(() -> small.addMovies(ANN, movies(2, 3)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem())
                                .isEqualTo(new Problem.TooMany(2, "items in your watchlist")));
        assertThat(small.since(fixture.ann, movies(1, 2, 3))).hasSize(1);
        assertThat(small.addMovies(ANN, movies(1, 2))).hasSize(1);
    }

    @Test
    void newItemsHaveTheLastRank() {
        watchlist.addMovies(ANN, movies(5, 4));
        watchlist.addShows(ANN, List.of(SHOW));

        List<Long> items = fixture.database.read(tx -> tx.query(
                "SELECT item_id FROM watchlist_item WHERE user_id = 7 ORDER BY rank, entry_id", row -> row.getLong(1)));

        assertThat(items).containsExactly(5L, 4L, SHOW.value());
    }

    private Instant stamp(String area) {
        return fixture.database
                .read(tx -> tx.findFirst(
                        "SELECT changed_at FROM activity WHERE user_id = ? AND area = ?",
                        row -> row.instant(1),
                        ANN.value(),
                        area))
                .orElseThrow();
    }

    private static List<MovieId> movies(long... numbers) {
        return LongStream.of(numbers).mapToObj(MovieId::new).toList();
    }
}
