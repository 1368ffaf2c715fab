package dev.spoolmark.app;

import static dev.spoolmark.app.MergeFixture.BATMAN;
import static dev.spoolmark.app.MergeFixture.BY_IMDB;
import static dev.spoolmark.app.MergeFixture.BY_TMDB;
import static dev.spoolmark.app.MergeFixture.batmanByTmdb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Tx;
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

/// A merge of an item with the data of many users, interrupted at any point and resumed, has the result of an
/// uninterrupted one.
@ParameterizedClass
@EnumSource(Engine.class)
class InterruptedMergeTest {

    private static final int USERS = 330;
    private static final Instant THEN = Instant.parse("2011-01-01T20:00:00Z");

    @Parameter
    Engine engine;

    MergeFixture fixture;
    MovieId named;
    MovieId existing;

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        fixture.has(batmanByTmdb());
        existing = fixture.movie(BY_TMDB);
        named = fixture.movie(BY_IMDB);
        IntStream.range(1_000, 1_000 + USERS).forEach(this::insertPlayAndRatings);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /// Inserts rows directly, since that many requests take too long.
    private void insertPlayAndRatings(int person) {
        fixture.database.write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 1, ?, 0, ?, 0, 3, ?)
                    """, person, tx.newId("play"), named.value(), THEN, THEN);
            tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, 1, ?, 0, 1, ?, ?)
                    """, person, named.value(), THEN, THEN);
            for (MovieId rated : List.of(named, existing)) {
                tx.update(
                        "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, 7, ?)",
                        person,
                        rated.value(),
                        THEN);
            }
            return true;
        });
    }

    @Test
    void anInterruptedMergeIsCompletedForAllUsers() {
        AtomicInteger left = new AtomicInteger(130);
        ItemCompletion catalogMerge = interruptedMerge(left);
        Throwable first = catchThrowable(() -> catalogMerge.complete(named, BATMAN));
        int tries = 0;
        while (catchThrowable(catalogMerge::resume) != null) {
            left.set(130);
            tries++;
        }

        assertThat(first).isNotNull();
        assertThat(tries).isPositive();
        assertThat(fixture.features.ratings().totals(existing).votes()).isEqualTo(USERS);
        assertThat(fixture.count("SELECT count(*) FROM play WHERE item_id = " + existing.value()))
                .isEqualTo(USERS);
        assertThat(fixture.count("SELECT count(*) FROM play")).isEqualTo(USERS);
        assertThat(fixture.count("SELECT sum(plays) FROM watched")).isEqualTo(USERS);
        assertThat(fixture.count("SELECT count(*) FROM play_dedup")).isEqualTo(USERS);
    }

    @Test
    void duringAMergeAllReferencesResolveToTheTarget() {
        ItemCompletion catalogMerge = interruptedMerge(new AtomicInteger(130));
        var unfinished = catchThrowable(() -> catalogMerge.complete(named, BATMAN));
        fixture.features.catalogMerge().resume();

        assertThat(unfinished).isNotNull();
        assertThat(fixture.movie(BY_IMDB)).isEqualTo(existing);
        assertThat(fixture.features.catalog().findMovie(CatalogFixture.movieRef("tt0372784")))
                .map(movie -> movie.id())
                .contains(existing);
        assertThat(fixture.features.catalog().movies(List.of(named))).containsKey(named);
    }

    /// A merge that throws after `left` users, as if the process had ended: only committed data remain.
    private ItemCompletion interruptedMerge(AtomicInteger left) {
        List<UserDataMover> features = Stream.concat(
                        UserDataTables.movers(new ActivityStamps()).stream(), Stream.of(new Interruption(left)))
                .toList();
        return new ItemCompletion(fixture.database, fixture.clock, fixture.features.catalog(), features);
    }

    private record Interruption(AtomicInteger left) implements UserDataMover {

        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
            return List.of();
        }

        @Override
        public void migrate(Tx tx, long userId, List<UserDataMove> moves, Instant now) {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("cut off");
            }
        }
    }
}
