package dev.spoolmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceJobs;
import dev.spoolmark.catalog.source.SourceQueueStatus.LookupMessage;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResultApplier;
import dev.spoolmark.catalog.source.Sources;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// From a queued lookup to a complete show.
@ParameterizedClass
@EnumSource(Engine.class)
class SourceWorkerTest {

    private static final ShowRef OURS = new ShowRef(Ids.ofTvdb(5), "Ours", 2010);

    @Parameter
    Engine engine;

    private final FakeSource source = new FakeSource("stub", Kind.SHOW);
    private Instant now = Instant.parse("2013-06-24T12:00:00Z");
    private Database database;
    private Catalog catalog;
    private SourceJobs jobs;
    private SourceWorker worker;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, () -> now, new CatalogOptions(true));
        jobs = new SourceJobs(database, () -> now, "one");
        CatalogImport catalogImport = new CatalogImport(database, () -> now, catalog);
        ItemCompletion catalogMerge = new ItemCompletion(database, () -> now, catalog, List.of());
        worker = new SourceWorker(
                new Sources(List.of(source)), jobs, new SourceResultApplier(catalog, catalogMerge, catalogImport));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFoundItemIsCompletedInPlace() {
        catalog.findOrCreateEpisodes(List.of(new EpisodeRef(OURS, 1, 2, Ids.NONE)));
        Show previous = show();
        source.returns(sourceShow("Ours", season(1, episode(1, "2010-01-01"), episode(2, "2010-01-08"))));

        assertThat(worker.runDue()).isEqualTo(1);

        assertThat(show().id()).isEqualTo(previous.id());
        assertThat(show().provisional()).isFalse();
        assertThat(show().ids()).isEqualTo(new Ids(null, 5L, null, null, 50L));
        assertThat(guide().episodes()).noneMatch(EpisodeSummary::provisional).hasSize(2);
        assertThat(worker.runDue()).isZero();
    }

    @Test
    void aBusySourceIsRetriedSoonWithoutAFailure() {
        catalog.findOrCreateShows(List.of(OURS));
        source.responds(_ -> new SourceResult.Skipped("has more to answer than it bears; asked again later"));

        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(jobs.state().errors()).isEmpty();

        now = now.plus(Duration.ofMinutes(1));
        source.returns(sourceShow("Ours", season(1, episode(1, "2010-01-01"))));
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(show().provisional()).isFalse();
    }

    @Test
    void relatedItemsAreStored() {
        catalog.findOrCreateShows(List.of(OURS));
        source.responds(
                _ -> new Found(sourceShow("Ours"), List.of(), List.of()).withRelated(List.of(Ids.ofTvmaze(51))));

        worker.runDue();

        List<String> hints = database.read(
                tx -> tx.query("SELECT value FROM source_related ORDER BY position", row -> row.getString(1)));
        assertThat(hints).containsExactly("51");
    }

    @Test
    void provisionalEpisodesThatNoSourceListsAreKeptAndReported() {
        catalog.findOrCreateEpisodes(List.of(new EpisodeRef(OURS, 9, 99, Ids.NONE)));
        source.returns(sourceShow("Ours", season(1, episode(1, "2010-01-01"))));

        worker.runDue();

        assertThat(guide().episode(9, 99)).isPresent();
        assertThat(jobs.state().unstored())
                .containsExactly(new LookupMessage(
                        "Ours",
                        "stub: episode 9x99 is not listed by the source and stays provisional",
                        now.plus(Duration.ofDays(30))));
    }

    @Test
    void aSpecialWithoutANumberMatchesTheOnlyOneOfItsDate() {
        hasSpecials("2010-12-24", "2011-12-24");
        source.returns(sourceShow("Ours", season(1, episode(1, "2010-01-01"))), loose(77, "2010-12-24"));

        lookUpAgain();

        Episode special = special(1);
        assertThat(special.ids().tvmaze()).isEqualTo(77);
        assertThat(special.facts().title()).isEqualTo("Loose");
        assertThat(jobs.state().unstored()).isEmpty();
    }

    @Test
    void anAmbiguousSpecialMatchesNone() {
        hasSpecials("2010-12-24", "2010-12-24");
        source.returns(sourceShow("Ours"), loose(77, "2010-12-24"), loose(78, "2011-05-05"), loose(79, "2011-05-05"));

        lookUpAgain();

        assertThat(special(1).ids()).isEqualTo(Ids.NONE);
        assertThat(jobs.state().unstored().getFirst().text())
                .isEqualTo("stub: special \"77\" has no number and is left out\n"
                        + "stub: special \"78\" has no number and is left out\n"
                        + "stub: special \"79\" has no number and is left out");
    }

    @Test
    void aListedEpisodeMatchesNoUnplacedOne() {
        hasSpecials("2010-01-01");
        source.returns(sourceShow("Ours", season(0, episode(1, "2010-01-01"))), loose(77, "2010-01-01"));

        lookUpAgain();

        assertThat(special(1).ids().tvmaze()).isNull();
        assertThat(jobs.state().unstored()).hasSize(1);
    }

    @Test
    void unknownItemsAreUnchanged() {
        catalog.findOrCreateShows(List.of(OURS));

        worker.runDue();

        assertThat(show().provisional()).isTrue();
        assertThat(jobs.state().notFound()).isEqualTo(1);
    }

    @Test
    void aFailureIsReportedAndRetried() {
        catalog.findOrCreateShows(List.of(OURS));
        source.fails("answered 500");

        worker.runDue();

        assertThat(jobs.state().errors())
                .containsExactly(new LookupMessage("Ours", "stub answered 500", now.plus(Duration.ofMinutes(1))));
        assertThat(jobs.state().sources().getFirst().error()).isEqualTo("answered 500");
        now = now.plus(Duration.ofMinutes(1));
        source.returns(sourceShow("Ours"));
        worker.runDue();
        assertThat(show().provisional()).isFalse();
        assertThat(jobs.state().errors()).isEmpty();
    }

    @Test
    void anExceptionOfASourceIsAFailure() {
        catalog.findOrCreateShows(List.of(OURS));
        source.responds(_ -> {
            throw new IllegalStateException("with words that are nobody's business");
        });

        worker.runDue();

        assertThat(jobs.state().errors().getFirst().text())
                .isEqualTo("sent something unexpected (IllegalStateException)");
    }

    @Test
    void dataOfAnotherItemChangesNothing() {
        catalog.findOrCreateShows(List.of(OURS));
        source.returns(new ShowItem(
                new Ids(null, 6L, null, null, 60L), "Theirs", 1999, ShowFacts.NONE, List.of(), List.of(), null));

        worker.runDue();

        assertThat(show().title()).isEqualTo("Ours");
        assertThat(show().provisional()).isTrue();
        assertThat(jobs.state().notFound()).isEqualTo(1);
        assertThat(jobs.state().unstored()).hasSize(1);
    }

    @Test
    void lookupsWaitForAPausedSource() {
        catalog.findOrCreateShows(List.of(OURS));
        source.pauseUntil(now.plusSeconds(60));

        assertThat(worker.runDue()).isZero();
        assertThat(source.requests()).isEmpty();
        assertThat(jobs.state().sources().getFirst().openUntil()).isEqualTo(now.plusSeconds(60));

        source.pauseUntil(null);
        assertThat(worker.runDue()).isEqualTo(1);
    }

    @Test
    void itemsWithTheSameResultAreMerged() {
        new CatalogImport(database, () -> now, catalog)
                .apply(List.of(sourceShow("Ours", season(1, episode(1, "2010-01-01")))));
        catalog.findOrCreateShows(List.of(new ShowRef(Ids.ofImdb("tt0944947"), null, null)));
        source.returns(new ShowItem(
                new Ids("tt0944947", 5L, null, null, 50L), "Ours", 2010, ShowFacts.NONE, List.of(), List.of(), null));

        worker.runDue();

        assertThat(catalog.findShow(CatalogFixture.showRef("tt0944947")).map(Show::id))
                .isEqualTo(catalog.findShow(CatalogFixture.showRef("5")).map(Show::id));
        assertThat(jobs.state().found()).isEqualTo(1);
    }

    @Test
    void changedItemsAreLookedUpAgain() {
        catalog.findOrCreateShows(List.of(OURS));
        source.returns(sourceShow("Ours"));
        worker.runDue();
        worker.readChanges();
        now = now.plus(Duration.ofHours(2));
        source.changes(new SourceChanges(Kind.SHOW, java.util.Map.of(Ids.ofTvmaze(50), now), null));

        worker.readChanges();

        assertThat(worker.runDue()).isEqualTo(1);
    }

    @Test
    void aFailedRequestForChangesIsReported() {
        worker.readChanges();
        now = now.plus(Duration.ofHours(2));
        source.changes(SourceChanges.failed(Kind.SHOW, "answered 503"));

        worker.readChanges();

        assertThat(jobs.state().sources().getFirst().error())
                .isEqualTo("could not say what changed: it answered 503; asked again in an hour");

        now = now.plus(Duration.ofHours(1));
        source.changes(new SourceChanges(Kind.SHOW, java.util.Map.of(), null));
        worker.readChanges();
        now = now.plus(Duration.ofHours(1));
        worker.readChanges();
        assertThat(source.requestedWindows())
                .containsExactly(Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(1));
    }

    private void hasSpecials(String... days) {
        EpisodeItem[] specials = new EpisodeItem[days.length];
        Arrays.setAll(specials, index -> new EpisodeItem(index + 1, Ids.NONE, facts(null, days[index])));
        new CatalogImport(database, () -> now, catalog).apply(List.of(sourceShow("Ours", season(0, specials))));
    }

    private void lookUpAgain() {
        jobs.enqueueAll();
        worker.runDue();
    }

    private Show show() {
        return catalog.findShow(CatalogFixture.showRef("5")).orElseThrow();
    }

    private ShowGuide guide() {
        return catalog.guide(show().id());
    }

    private Episode special(int number) {
        EpisodeSummary head = guide().episode(0, number).orElseThrow();
        return Objects.requireNonNull(catalog.episodes(List.of(head.id())).get(head.id()));
    }

    private static ShowItem sourceShow(String title, SeasonItem... seasons) {
        ShowFacts facts = new ShowFacts(
                null,
                ShowFacts.Status.ENDED,
                Broadcast.NONE,
                null,
                null,
                null,
                dev.spoolmark.catalog.Images.NONE,
                List.of());
        return new ShowItem(new Ids(null, 5L, null, null, 50L), title, 2010, facts, List.of(), List.of(seasons), null);
    }

    private static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, List.of(episodes));
    }

    private static EpisodeItem episode(int number, String day) {
        return new EpisodeItem(number, Ids.NONE, facts("Told", day));
    }

    private static UnplacedEpisode loose(long id, String day) {
        return new UnplacedEpisode("special \"" + id + "\"", Ids.ofTvmaze(id), facts("Loose", day));
    }

    private static EpisodeFacts facts(@org.jspecify.annotations.Nullable String title, String day) {
        return new EpisodeFacts(title, null, LocalDate.parse(day), null, null, null);
    }
}
