package dev.spoolmark.app;

import static dev.spoolmark.app.MergeFixture.BY_IMDB;
import static dev.spoolmark.app.MergeFixture.BY_TMDB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.DuplicatePage;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.merge.MergePreview;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Merges that an administrator asks for: preview, likely duplicates, interruption.
@ParameterizedClass
@EnumSource(Engine.class)
class RequestedMergeTest {

    @Parameter
    Engine engine;

    MergeFixture fixture;
    MovieId from;
    MovieId into;

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        fixture.has(MergeFixture.batmanByTmdb());
        into = fixture.movie(BY_TMDB);
        from = fixture.movie(BY_IMDB);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ItemCompletion merges() {
        return fixture.features.catalogMerge();
    }

    private void rate(Account user, MovieId movie, int score) {
        fixture.features.ratings().rate(user.id(), List.of(new RatingChange(movie, new Score(score))));
    }

    @Test
    void thePreviewCountsWhatMovesAndTheMergeMovesIt() {
        fixture.scrobble(fixture.ann, from);
        fixture.scrobble(fixture.bob, from);
        rate(fixture.ann, from, 7);
        rate(fixture.ann, into, 8);
        rate(fixture.bob, from, 9);
        fixture.features.watchlist().addMovies(fixture.bob.id(), List.of(from));

        MergePreview preview = merges().preview(from, into);
        assertThat(preview.users()).isEqualTo(2);
        assertThat(preview.rows())
                .containsEntry("play", 2L)
                .containsEntry("rating", 2L)
                .containsEntry("comment", 0L);
        assertThat(preview.ratedBoth()).isEqualTo(1);

        merges().merge(from, into);
        assertThat(merges().preview(from, into).users()).isZero();
        assertThat(fixture.plays(fixture.ann, into)).isEqualTo(1);
        assertThat(fixture.plays(fixture.bob, into)).isEqualTo(1);
        assertThat(fixture.movie(BY_IMDB)).isEqualTo(into);
        assertThat(fixture.check()).isEmpty();
    }

    @Test
    void thePreviewOfAShowCountsTheDataAboutItsEpisodes() {
        fixture.has(MergeFixture.walkingDead(Ids.ofImdb("tt1520211"), 6));
        ShowId one = fixture.show(new ShowRef(Ids.ofImdb("tt1520211"), null, null));
        fixture.has(new ShowItem(Ids.ofTvdb(5), "Other", 2001, ShowFacts.NONE, List.of(), List.of(), null));
        ShowId other = fixture.show(new ShowRef(Ids.ofTvdb(5), null, null));
        fixture.scrobble(
                fixture.ann.id(),
                Watchable.of(fixture.episode(new ShowRef(Ids.ofImdb("tt1520211"), null, null), 1, 3), one),
                9_000);

        MergePreview preview = merges().preview(one, other);
        assertThat(preview.users()).isEqualTo(1);
        assertThat(preview.rows()).containsEntry("play", 1L);
        assertThat(preview.movedEpisodes()).isEqualTo(6);
    }

    @Test
    void aMergeThatIsKilledAfterAnyUserIsContinuedByTheJob() {
        int users = 230;
        IntStream.range(1_000, 1_000 + users).forEach(this::insertPlay);
        int[] notes = {0};
        for (int survived : new int[] {0, 1, 99, 100}) {
            ItemCompletion killed = killedAfter(survived);
            assertThatThrownBy(() -> killed.merge(from, into, _ -> notes[0]++))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(fixture.movie(BY_IMDB)).as("after %d users", survived).isEqualTo(survived < 100 ? from : into);
        }
        assertThatThrownBy(killedAfter(50)::resume).isInstanceOf(IllegalStateException.class);
        merges().resume();
        merges().merge(from, into);

        assertThat(fixture.count("SELECT count(*) FROM play")).isEqualTo(users);
        assertThat(fixture.count("SELECT count(*) FROM play WHERE item_id = " + into.value()))
                .isEqualTo(users);
        assertThat(fixture.count("SELECT sum(plays) FROM watched WHERE item_id = " + into.value()))
                .isEqualTo(users);
    }

    private ItemCompletion killedAfter(int users) {
        Stream<UserDataMover> movers = UserDataTables.movers(new ActivityStamps()).stream();
        return new ItemCompletion(
                fixture.database,
                fixture.clock,
                fixture.features.catalog(),
                Stream.concat(movers, Stream.of(new KillAfter(new AtomicInteger(users))))
                        .toList());
    }

    private void insertPlay(int user) {
        Instant then = Instant.parse("2011-01-01T20:00:00Z");
        fixture.database.write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 1, ?, 0, ?, 0, 3, ?)
                    """, user, tx.newId("play"), from.value(), then, then);
            tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, 1, ?, 0, 1, ?, ?)
                    """, user, from.value(), then, then);
            return true;
        });
    }

    @Test
    void itemsWithTheSameTitleAndYearAreLikelyDuplicates() {
        fixture.has(movie("Heat", 1995, 949), movie("HEAT", 1996, 5), movie("Heat", 1986, 6));
        fixture.database.write(tx -> tx.update("UPDATE movie SET year = 1995 WHERE title = 'HEAT'"));

        DuplicatePage page = merges().duplicates(Kind.MOVIE, "", 10);
        assertThat(page.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.title()).isEqualTo("Heat");
            assertThat(pair.first().value()).isLessThan(pair.second().value());
            merges().merge(pair.second(), pair.first());
        });
        assertThat(merges().duplicates(Kind.MOVIE, "", 10).pairs()).isEmpty();
        assertThat(merges().duplicates(Kind.SHOW, "", 10).next()).isNull();
    }

    @Test
    void manyDuplicatesAreReadInParts() {
        for (int title = 0; title < 5; title++) {
            fixture.has(movie("Film " + title, 1990, 100 + title));
            fixture.has(movie("Film " + title, 1991, 200 + title));
        }
        fixture.database.write(tx -> tx.update("UPDATE movie SET year = 1990 WHERE title LIKE 'Film%'"));

        DuplicatePage first = merges().duplicates(Kind.MOVIE, "", 2);
        DuplicatePage second = merges().duplicates(Kind.MOVIE, String.valueOf(first.next()), 2);
        DuplicatePage third = merges().duplicates(Kind.MOVIE, String.valueOf(second.next()), 2);
        assertThat(Stream.of(first, second, third).flatMap(page -> page.pairs().stream()))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(third.next()).isNull();
    }

    private static MovieItem movie(String title, int year, long tmdb) {
        return new MovieItem(Ids.ofTmdb(tmdb), title, year, MovieFacts.NONE, List.of(), null);
    }

    /// Throws after some users, as if the process had ended: only what was committed remains.
    private record KillAfter(AtomicInteger left) implements UserDataMover {

        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
            return List.of();
        }

        @Override
        public void migrate(Tx tx, long user, List<UserDataMove> moves, Instant now) {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("killed");
            }
        }
    }
}
