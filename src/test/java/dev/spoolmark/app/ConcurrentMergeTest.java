package dev.spoolmark.app;

import static dev.spoolmark.app.MergeFixture.BATMAN;
import static dev.spoolmark.app.MergeFixture.BY_IMDB;
import static dev.spoolmark.app.MergeFixture.BY_TMDB;
import static dev.spoolmark.app.MergeFixture.batmanByTmdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.db.Engine;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Users report plays by either id while two items are merged.
@ParameterizedClass
@EnumSource(Engine.class)
class ConcurrentMergeTest {

    private static final int USERS = 24;
    private static final int DAYS = 12;

    @Parameter
    Engine engine;

    MergeFixture fixture;

    @BeforeEach
    void open() {
        fixture = new MergeFixture(engine);
        fixture.has(batmanByTmdb());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void concurrentPlaysAreCountedOnceDuringAMerge() throws Exception {
        MovieId existing = fixture.movie(BY_TMDB);
        MovieId named = fixture.movie(BY_IMDB);
        CountDownLatch started = new CountDownLatch(USERS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                UserId user = new UserId(1_000 + i);
                all.add(threads.submit(() -> watchEveryDay(user, named, started)));
            }
            started.await();
            fixture.features.catalogMerge().complete(named, BATMAN);
            for (Future<?> one : all) {
                one.get();
            }
        }
        fixture.features.catalogMerge().resume();

        assertThat(fixture.count("SELECT count(*) FROM play WHERE item_id = " + existing.value()))
                .isEqualTo(USERS * DAYS);
        assertThat(fixture.count("SELECT count(*) FROM play")).isEqualTo(USERS * DAYS);
        assertThat(fixture.count("SELECT sum(plays) FROM watched")).isEqualTo(USERS * DAYS);
        assertThat(fixture.count("SELECT count(*) FROM watched")).isEqualTo(USERS);
        assertThat(fixture.count("SELECT count(*) FROM rating WHERE item_id = " + existing.value()))
                .isEqualTo(USERS);
        assertThat(fixture.features.ratings().totals(existing).votes()).isEqualTo(USERS);
    }

    /// Reports each viewing by both ids, and by the item id that was resolved before the merge.
    private void watchEveryDay(UserId user, MovieId found, CountDownLatch started) {
        for (int day = 0; day < DAYS; day++) {
            Instant at = fixture.clock.instant().plus(Duration.ofDays(day));
            fixture.scrobbleAt(user, found, at);
            fixture.scrobbleAt(user, fixture.movie(BY_TMDB), at.plusSeconds(120));
            started.countDown();
            fixture.scrobbleAt(user, fixture.movie(BY_IMDB), at.plusSeconds(240));
            MovieRef either = day % 2 == 0 ? BY_IMDB : BY_TMDB;
            fixture.features.ratings().rate(user, List.of(new RatingChange(fixture.movie(either), new Score(7))));
        }
    }
}
