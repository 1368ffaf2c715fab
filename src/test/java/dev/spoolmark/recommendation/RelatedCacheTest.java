package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.sample.SampleCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelatedCacheTest {

    @Test
    void relatedItemsAreComputedOnceAnHour() {
        MutableClock clock = new MutableClock();
        CountingDatabase database = new CountingDatabase(TestDatabases.open(Engine.SQLITE));
        try (TestServer server = TestServer.startOver(database, clock)) {
            new SampleCatalog(database, clock, server.features().catalog()).fill(0, 20, 10);
            MovieId movie = database.read(tx -> tx.ids("SELECT max(movie_id) FROM movie", MovieId::new))
                    .getFirst();
            RelatedCache cache = new RelatedCache(server.features().related(), clock);

            assertThat(cache.movies(movie))
                    .isNotEmpty()
                    .isEqualTo(server.features().related().movies(movie));
            assertThat(database.statements(() -> cache.movies(movie))).isEmpty();

            clock.pass(Duration.ofMinutes(61));
            assertThat(database.statements(() -> cache.movies(movie))).isNotEmpty();
        }
    }
}
