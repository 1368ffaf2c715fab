package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.search.IndexLocation;
import dev.spoolmark.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A running server sees the writes of another process within five seconds, despite its caches.
@ParameterizedClass
@EnumSource(Engine.class)
class CrossProcessCacheTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2013-06-24T12:00:00Z"));
    private static final ShowItem HARBOUR =
            new ShowItem(Ids.ofImdb("tt0000102"), "Harbour", 1999, ShowFacts.NONE, List.of(), List.of(), null);
    private static final ShowItem HARBOUR_WITH_EPISODES = new ShowItem(
            Ids.ofImdb("tt0000102"),
            "Harbour",
            1999,
            ShowFacts.NONE,
            List.of(),
            List.of(new SeasonItem(
                    1, Ids.NONE, null, List.of(new EpisodeItem(1, Ids.ofImdb("tt0000103"), EpisodeFacts.NONE)))),
            null);
    private static final MovieItem LAMP =
            new MovieItem(Ids.ofImdb("tt0000101"), "The Lamp", 1961, MovieFacts.NONE, List.of(), null);

    @Parameter
    private Engine engine;

    private Database database;
    private Database otherDatabase;
    private Catalog catalog;
    private Search search;
    private long nanos;

    @BeforeEach
    void open() {
        Supplier<Database> store = TestDatabases.shared(engine);
        database = store.get();
        otherDatabase = store.get();
        catalog = new Catalog(database, CLOCK, new CatalogOptions(true), () -> nanos);
        search = new Search(database, CLOCK, IndexLocation.memory(), Runnable::run);
        load(database, catalog, HARBOUR);
    }

    @AfterEach
    void close() {
        search.close();
        otherDatabase.close();
        database.close();
    }

    @Test
    void newItemsOfOtherProcessesAreFoundAtOnce() {
        assertThat(search.movies("lamp", 9)).isEmpty();
        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0000101"))).isEmpty();
        assertThat(catalog.findMovie(movieRef("The Lamp", 1961))).isEmpty();

        loadElsewhere();

        assertThat(search.movies("lamp", 9)).hasSize(1);
        assertThat(catalog.findMovie(CatalogFixture.movieRef("tt0000101"))).isPresent();
        assertThat(catalog.findMovie(movieRef("The Lamp", 1961))).isPresent();
    }

    @Test
    void changesOfOtherProcessesAreVisibleAfterFiveSeconds() {
        Show harbour = catalog.findShow(showRef("Harbour", 1999)).orElseThrow();
        assertThat(catalog.guide(harbour.id()).episodes()).isEmpty();

        loadElsewhere();
        nanos += Duration.ofSeconds(5).toNanos();

        assertThat(catalog.guide(harbour.id()).episodes()).hasSize(1);
        assertThat(catalog.findEpisodeIds(List.of(CatalogFixture.episode(showRef("Harbour", 1999), 1, 1))))
                .hasSize(1);
    }

    private void loadElsewhere() {
        load(otherDatabase, new Catalog(otherDatabase, CLOCK, new CatalogOptions(true)), LAMP, HARBOUR_WITH_EPISODES);
    }

    private static void load(Database database, Catalog catalog, SourceItem... items) {
        new DatasetImport(database, CLOCK, catalog).apply(List.of(items));
    }
}
