package dev.spoolmark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Items whose facts changed since a time.
@ParameterizedClass
@EnumSource(Engine.class)
class CatalogChangesTest {

    @Parameter
    Engine engine;

    StatsWorld world;

    @BeforeEach
    void open() {
        world = new StatsWorld(engine);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theStartIsInclusiveAndTheNewestComesFirst() {
        Instant first = world.clock.instant();
        world.clock.forward(Duration.ofSeconds(5));
        world.load(StatsWorld.movie("Solaris", 593));

        assertThat(changes().movies(first))
                .containsExactly(solaris(), world.amelie().id(), world.batman().id());
        assertThat(changes().movies(first.plusMillis(1))).containsExactly(solaris());
        assertThat(changes().movies(world.in(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void aShowChangesWithItsEpisodes() {
        world.clock.forward(Duration.ofSeconds(5));
        world.load(new SourceItem.EpisodeList(
                new Ids(null, 213_221L, null, null, null), List.of(StatsWorld.season(2, 1))));

        assertThat(changes().shows(world.clock.instant()))
                .containsExactly(new ChangedShow(213_221, world.clock.instant()));
    }

    @Test
    void provisionalItemsAreLeftOut() {
        Instant before = world.clock.instant();
        world.clock.forward(Duration.ofSeconds(5));
        world.catalog.findOrCreateMovies(List.of(new MovieRef(Ids.NONE, "Nobody Knows It", 1971)));
        world.catalog.findOrCreateShows(List.of(new ShowRef(Ids.ofTvdb(999), null, null)));

        assertThat(changes().movies(before.plusMillis(1))).isEmpty();
        assertThat(changes().shows(before.plusMillis(1))).isEmpty();
    }

    private MovieId solaris() {
        return world.catalog
                .findMovie(CatalogFixture.movieRef("593"))
                .orElseThrow()
                .id();
    }

    private CatalogChanges changes() {
        return new CatalogChanges(world.database);
    }
}
