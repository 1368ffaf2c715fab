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

    StatsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StatsFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theStartIsInclusiveAndTheNewestComesFirst() {
        Instant first = fixture.clock.instant();
        fixture.clock.forward(Duration.ofSeconds(5));
        fixture.load(StatsFixture.movie("Solaris", 593));

        assertThat(changes().movies(first))
                .containsExactly(
                        solaris(), fixture.amelie().id(), fixture.batman().id());
        assertThat(changes().movies(first.plusMillis(1))).containsExactly(solaris());
        assertThat(changes().movies(fixture.in(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void aShowChangesWithItsEpisodes() {
        fixture.clock.forward(Duration.ofSeconds(5));
        fixture.load(new SourceItem.EpisodeList(
                new Ids(null, 213_221L, null, null, null), List.of(StatsFixture.season(2, 1))));

        assertThat(changes().shows(fixture.clock.instant()))
                .containsExactly(new ChangedShow(213_221, fixture.clock.instant()));
    }

    @Test
    void provisionalItemsAreLeftOut() {
        Instant before = fixture.clock.instant();
        fixture.clock.forward(Duration.ofSeconds(5));
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(Ids.NONE, "Nobody Knows It", 1971)));
        fixture.catalog.findOrCreateShows(List.of(new ShowRef(Ids.ofTvdb(999), null, null)));

        assertThat(changes().movies(before.plusMillis(1))).isEmpty();
        assertThat(changes().shows(before.plusMillis(1))).isEmpty();
    }

    private MovieId solaris() {
        return fixture.catalog
                .findMovie(CatalogFixture.movieRef("593"))
                .orElseThrow()
                .id();
    }

    private CatalogChanges changes() {
        return new CatalogChanges(fixture.database);
    }
}
