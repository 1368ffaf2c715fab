package dev.spoolmark.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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
class CollectionItemsTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId OTHER = new UserId(8);
    private static final ShowId SHOW = new ShowId(100);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    CollectionItems collected;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        collected = new CollectionItems(fixture.database, new ActivityStamps(), () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void countsNewItemsAndKeepsTheTimeOfExistingOnes() {
        collected.addMovies(ANN, movies(1, 2));
        now = now.plusSeconds(60);

        assertThat(collected.addMovies(ANN, movies(2, 3, 3))).containsExactly(new MovieId(3));
        assertThat(collected.since(fixture.ann, movies(1, 2, 3, 4)))
                .containsOnlyKeys(new MovieId(1), new MovieId(2), new MovieId(3))
                .containsEntry(new MovieId(2), UserDataFixture.NOW);
    }

    @Test
    void moreThanAThousandItemsAreStored() {
        List<MovieId> many = LongStream.range(1, 1_202).mapToObj(MovieId::new).toList();

        assertThat(collected.addMovies(ANN, many)).hasSize(1_201);
        assertThat(collected.movies(fixture.ann)).hasSize(1_201);
        assertThat(collected.remove(ANN, many)).isEqualTo(1_201);
        assertThat(collected.movies(fixture.ann)).isEmpty();
    }

    @Test
    void concurrentAddsInsertEachItemOnce() {
        ConcurrentLinkedQueue<MovieId> added = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 16)
                .parallel()
                .forEach(n -> collected.addMovies(ANN, movies(1, 2, 3)).forEach(item -> added.add((MovieId) item)));

        assertThat(added).containsExactlyInAnyOrderElementsOf(movies(1, 2, 3));
    }

    @Test
    void showsAreCollectedByEpisode() {
        collected.addEpisodes(ANN, SHOW, episodes(11, 12));
        collected.addEpisodes(OTHER, SHOW, episodes(13));
        collected.addMovies(ANN, movies(1));

        assertThat(collected.shows(fixture.ann)).containsExactly(SHOW);
        assertThat(collected.movies(fixture.ann)).containsExactly(new MovieId(1));
        assertThat(collected.episodes(fixture.ann, List.of(SHOW, new ShowId(101))))
                .containsOnlyKeys(SHOW)
                .containsEntry(SHOW, Set.copyOf(episodes(11, 12)));
        assertThat(collected.episodes(fixture.ann, List.of())).isEmpty();
    }

    @Test
    void removeCountsExistingItemsOnly() {
        collected.addEpisodes(ANN, SHOW, episodes(11, 12, 13));
        collected.addMovies(ANN, movies(1));

        assertThat(collected.remove(ANN, episodes(11, 19))).isEqualTo(1);
        assertThat(collected.removeShow(ANN, SHOW)).isEqualTo(2);
        assertThat(collected.removeShow(ANN, SHOW)).isZero();
        assertThat(collected.since(fixture.ann, movies(1))).hasSize(1);
    }

    @Test
    void stampsChangeOnlyIfItemsChanged() {
        collected.addMovies(ANN, movies(1));
        collected.addEpisodes(ANN, SHOW, episodes(11));
        now = now.plusSeconds(60);
        collected.addMovies(ANN, movies(1));
        collected.remove(ANN, movies(2));

        assertThat(stamp("movie.collection")).isEqualTo(UserDataFixture.NOW);

        collected.remove(ANN, movies(1));
        collected.removeShow(ANN, SHOW);

        assertThat(stamp("movie.collection")).isEqualTo(now);
        assertThat(stamp("episode.collection")).isEqualTo(now);
    }

    @Test
    void aBatchBeyondTheLimitIsRejectedCompletely() {
        CollectionItems small = new CollectionItems(fixture.database, new ActivityStamps(), () -> now, 3);
        small.addMovies(ANN, movies(1, 2));

        assertThatThrownBy(() -> small.addMovies(ANN, movies(2, 3, 4)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem())
                                .isEqualTo(new Problem.TooMany(3, "items in your library")));
        assertThat(small.movies(fixture.ann)).containsExactlyInAnyOrderElementsOf(movies(1, 2));
        assertThat(small.addMovies(ANN, movies(1, 2, 3))).containsExactly(new MovieId(3));
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

    private static List<EpisodeId> episodes(long... numbers) {
        return LongStream.of(numbers).mapToObj(EpisodeId::new).toList();
    }
}
