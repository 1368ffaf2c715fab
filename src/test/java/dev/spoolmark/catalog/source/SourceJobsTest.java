package dev.spoolmark.catalog.source;

import static dev.spoolmark.catalog.CatalogFixture.ended;
import static dev.spoolmark.catalog.CatalogFixture.episode;
import static dev.spoolmark.catalog.CatalogFixture.movieRef;
import static dev.spoolmark.catalog.CatalogFixture.season;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.showRef;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.source.SourceQueueStatus.Condition;
import dev.spoolmark.catalog.source.SourceQueueStatus.LookupMessage;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The queue of lookups: what is queued, leases, and the next lookup.
@ParameterizedClass
@EnumSource(Engine.class)
class SourceJobsTest {

    private static final Set<Kind> BOTH = EnumSet.of(Kind.MOVIE, Kind.SHOW);

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    SourceJobs jobs;
    SourceJobs otherNode;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        jobs = new SourceJobs(fixture.database, fixture::now, "one");
        otherNode = new SourceJobs(fixture.database, fixture::now, "two");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aProvisionalItemIsLookedUpByAllThatIsKnown() {
        fixture.catalog.findOrCreateShows(
                List.of(new ShowRef(new Ids("tt0944947", 5L, null, null, null), "Ours", 2010)));
        fixture.catalog.findOrCreateMovies(List.of(movieRef("Heat", 1995)));

        assertThat(jobs.lease(BOTH, 9))
                .map(SourceJob::query)
                .containsExactlyInAnyOrder(
                        new SourceQuery(Kind.SHOW, new Ids("tt0944947", 5L, null, null, null), "Ours", 2010, true),
                        new SourceQuery(Kind.MOVIE, Ids.NONE, "Heat", 1995, true));
    }

    @Test
    void aTitleFromAnIdIsNotUsedForLookups() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        assertThat(only().query()).isEqualTo(new SourceQuery(Kind.SHOW, Ids.ofTvdb(5), null, null, true));
    }

    @Test
    void anEpisodeIsLookedUpWithItsShow() {
        fixture.catalog.findOrCreateEpisodes(List.of(episode(tvdb(5), 1, 1), episode(tvdb(5), 1, 2)));

        assertThat(only().item().kind()).isEqualTo(Kind.SHOW);
    }

    @Test
    void confirmedItemsAreNotQueued() {
        fixture.has(show("Ours", 2010, Ids.ofTvdb(5), season(1, 3)));
        fixture.catalog.findOrCreateEpisodes(List.of(episode(tvdb(5), 1, 1)));

        assertThat(jobs.lease(BOTH, 9)).isEmpty();
    }

    @Test
    void aReadQueuesNothing() {
        fixture.catalog.findShow(CatalogFixture.showRef("5"));
        fixture.catalog.findEpisodeIds(List.of(episode(tvdb(5), 1, 1)));

        assertThat(jobs.state().due()).isZero();
    }

    @Test
    void ofTwoNodesOneLeasesALookup() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        assertThat(jobs.lease(BOTH, 9)).hasSize(1);
        assertThat(otherNode.lease(BOTH, 9)).isEmpty();
    }

    @Test
    void concurrentNodesLeaseEachLookupOnce() throws InterruptedException {
        fixture.catalog.findOrCreateShows(
                IntStream.rangeClosed(1, 40).mapToObj(CatalogFixture::tvdb).toList());
        Map<MediaId, String> owners = new ConcurrentHashMap<>();
        Set<MediaId> twice = ConcurrentHashMap.newKeySet();
        List<Thread> nodes = IntStream.range(0, 8)
                .mapToObj(number -> Thread.ofVirtual()
                        .start(() -> new SourceJobs(fixture.database, fixture::now, "node " + number)
                                .lease(BOTH, 40)
                                .forEach(job -> {
                                    if (owners.put(job.item(), "node " + number) != null) {
                                        twice.add(job.item());
                                    }
                                })))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(twice).isEmpty();
        assertThat(owners).hasSize(40);
    }

    @Test
    void theLeaseOfADeadNodeEndsAfterTwoMinutes() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));
        SourceJob lost = only();

        fixture.pass(Duration.ofSeconds(119));
        assertThat(otherNode.lease(BOTH, 9)).isEmpty();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(otherNode.lease(BOTH, 9)).hasSize(1);

        jobs.markNotFound(lost, List.of());
        assertThat(jobs.state().notFound())
                .as("whoever lost the question changes nothing")
                .isZero();
    }

    @Test
    void onlyKindsWithAReadySourceAreLeased() {
        fixture.catalog.findOrCreateMovies(List.of(movieRef("Heat", 1995)));

        assertThat(jobs.lease(EnumSet.of(Kind.SHOW), 9)).isEmpty();
        assertThat(jobs.lease(EnumSet.noneOf(Kind.class), 9)).isEmpty();
        assertThat(jobs.lease(EnumSet.of(Kind.MOVIE), 9)).hasSize(1);
    }

    @Test
    void eachFailureDoublesThePauseUpToSomeHours() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        assertThat(IntStream.range(0, 12).mapToObj(_ -> pauseAfterFailure()).toList())
                .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
                .endsWith(Duration.ofMinutes(512), Duration.ofMinutes(512));
        assertThat(jobs.state().errors())
                .containsExactly(new LookupMessage("TVDB 5", "stub answered 500", fixture.now()));
    }

    @Test
    void aPostponedLookupIsNoAttempt() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));
        for (int time = 0; time < 5; time++) {
            jobs.postpone(only());
            assertThat(jobs.lease(BOTH, 9)).isEmpty();
            fixture.pass(Duration.ofMinutes(1));
        }

        assertThat(jobs.state().errors()).isEmpty();
        assertThat(pauseAfterFailure()).isEqualTo(Duration.ofMinutes(1));
    }

    private Duration pauseAfterFailure() {
        jobs.markFailed(only(), "stub answered 500");
        Instant failed = fixture.now();
        while (jobs.state().due() == 0) {
            fixture.pass(Duration.ofMinutes(1));
        }
        return Duration.between(failed, fixture.now());
    }

    @Test
    void warningsAreStoredAsPlainLines() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        jobs.markNotFound(only(), List.of("stub: \u001b[2J\u009b31m\u0000odd\nname", "\u0000", "stub: another"));

        assertThat(jobs.state().unstored().getFirst().text()).isEqualTo("stub:  [2J 31modd name\nstub: another");
    }

    @Test
    void unknownItemsAreLookedUpAgainAfterAMonth() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        jobs.markNotFound(only(), List.of("stub: answered with another show"));

        assertThat(jobs.state().notFound()).isEqualTo(1);
        assertThat(jobs.state().unstored())
                .containsExactly(new LookupMessage(
                        "TVDB 5",
                        "stub: answered with another show",
                        fixture.now().plus(Duration.ofDays(30))));
        fixture.pass(Duration.ofDays(29));
        fixture.catalog.findOrCreateEpisodes(List.of(episode(tvdb(5), 1, 1)));
        assertThat(jobs.lease(BOTH, 9)).isEmpty();
        fixture.pass(Duration.ofDays(1));
        assertThat(jobs.lease(BOTH, 9)).hasSize(1);
    }

    @Test
    void runningShowsAreLookedUpDailyAndEndedOnesMonthly() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5), tvdb(6)));
        jobs.lease(BOTH, 9)
                .forEach(job -> known(
                        job,
                        job.query().ids().equals(Ids.ofTvdb(5))
                                ? show("Airing", 2010, Ids.ofTvdb(5))
                                : ended("Over", Ids.ofTvdb(6))));

        fixture.pass(Duration.ofDays(1));
        SourceJob due = only();
        assertThat(due.query().ids()).isEqualTo(Ids.ofTvdb(5));
        known(due, show("Airing", 2010, Ids.ofTvdb(5)));
        fixture.pass(Duration.ofDays(29));
        assertThat(jobs.lease(BOTH, 9)).hasSize(2);
    }

    @Test
    void unknownItemsComeBeforeRefreshes() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));
        known(only(), show("Airing", 2010, Ids.ofTvdb(5)));
        fixture.pass(Duration.ofDays(2));
        fixture.catalog.findOrCreateShows(List.of(tvdb(6)));

        assertThat(jobs.lease(BOTH, 1)).map(job -> job.query().ids()).containsExactly(Ids.ofTvdb(6));
    }

    @Test
    void anUnknownEpisodeOfAKnownShowIsLookedUpAtMostHourly() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));
        known(only(), show("Airing", 2010, Ids.ofTvdb(5), season(1, 3)));
        fixture.has(show("Airing", 2010, Ids.ofTvdb(5), season(1, 3)));

        fixture.catalog.findOrCreateEpisodes(List.of(episode(tvdb(5), 1, 4)));
        assertThat(jobs.lease(BOTH, 9)).as("asked a moment ago").isEmpty();

        fixture.pass(Duration.ofHours(1));
        fixture.catalog.findOrCreateEpisodes(List.of(episode(tvdb(5), 1, 5)));
        assertThat(jobs.lease(BOTH, 9)).hasSize(1);
    }

    @Test
    void changesAfterTheLastLookupMakeAnItemDue() {
        fixture.has(
                ended("Over", new Ids(null, 5L, null, null, 50L)), ended("Done", new Ids(null, 6L, null, null, 60L)));
        jobs.enqueueAll();
        jobs.lease(BOTH, 9).forEach(job -> known(job, ended("Over", job.query().ids())));
        fixture.pass(Duration.ofHours(2));

        jobs.changed(new SourceChanges(
                Kind.SHOW,
                Map.of(
                        Ids.ofTvmaze(50), fixture.now(),
                        Ids.ofTvmaze(60), fixture.now().minus(Duration.ofHours(3)),
                        Ids.ofTvmaze(70), fixture.now()),
                null));

        assertThat(only().query().ids().tvmaze()).isEqualTo(50);
    }

    @Test
    void oneOfTwoNodesRequestsChangesOnceAnHour() {
        FakeSource source = new FakeSource("stub", Kind.SHOW);
        assertThat(jobs.dueFeed(source)).isEmpty();
        fixture.pass(Duration.ofMinutes(90));

        assertThat(jobs.dueFeed(source)).contains(Duration.ofMinutes(90));
        assertThat(otherNode.dueFeed(source)).isEmpty();
    }

    @Test
    void unreadChangesAreRequestedTheNextTime() {
        FakeSource source = new FakeSource("stub", Kind.SHOW);
        jobs.dueFeed(source);
        fixture.pass(Duration.ofHours(1));
        jobs.dueFeed(source);

        fixture.pass(Duration.ofHours(1));
        assertThat(jobs.dueFeed(source)).contains(Duration.ofHours(2));
        jobs.markFeedRead(source);

        fixture.pass(Duration.ofHours(1));
        assertThat(otherNode.dueFeed(source)).contains(Duration.ofHours(1));

        fixture.pass(Duration.ofDays(40));
        assertThat(jobs.dueFeed(source)).contains(Duration.ofDays(12));
    }

    @Test
    void allItemsCanBeQueued() {
        fixture.has(ended("Over", Ids.ofTvdb(5)), CatalogFixture.movie("Heat", 1995, CatalogFixture.tmdb(949)));

        assertThat(jobs.enqueueAll()).isEqualTo(2);
        assertThat(jobs.enqueueAll()).isZero();
        assertThat(jobs.lease(BOTH, 9)).hasSize(2);
    }

    @Test
    void aMergedItemIsLookedUpAsItsTarget() {
        fixture.has(CatalogFixture.movie("Heat", 1995, CatalogFixture.tmdb(949)));
        MovieId survivor = fixture.catalog
                .findMovie(CatalogFixture.movieRef("949"))
                .orElseThrow()
                .id();
        fixture.catalog.findOrCreateMovies(List.of(movieRef("Heat!", 1995)));
        SourceJob job = only();

        jobs.markFound(
                job,
                CatalogFixture.movie("Heat", 1995, CatalogFixture.tmdb(949)),
                new CompletionResult(Result.MERGED, survivor, List.of(job.item()), List.of()));

        assertThat(jobs.state().found()).isEqualTo(1);
        fixture.pass(Duration.ofDays(30));
        assertThat(only().item()).isEqualTo(survivor);
    }

    @Test
    void theLookupOfAMergedItemMovesToTheTarget() {
        fixture.has(CatalogFixture.movie("Heat", 1995, CatalogFixture.tmdb(949)));
        MovieId survivor = fixture.catalog
                .findMovie(CatalogFixture.movieRef("949"))
                .orElseThrow()
                .id();
        fixture.catalog.findOrCreateMovies(List.of(movieRef("Heat!", 1995)));
        MediaId client = only().item();
        ItemCompletion catalogMerge = new ItemCompletion(fixture.database, fixture::now, fixture.catalog, List.of());

        catalogMerge.merge(client, survivor);

        jobs.releaseLeases();
        assertThat(only().item()).isEqualTo(survivor);
    }

    @Test
    void theLookupOfTheTargetOfAMergeIsKept() {
        fixture.has(CatalogFixture.movie("Heat", 1995, CatalogFixture.tmdb(949)));
        MovieId survivor = fixture.catalog
                .findMovie(CatalogFixture.movieRef("949"))
                .orElseThrow()
                .id();
        fixture.catalog.findOrCreateMovies(List.of(movieRef("Heat!", 1995)));
        jobs.enqueueAll();
        MediaId client = jobs.lease(BOTH, 9).stream()
                .map(SourceJob::item)
                .filter(item -> !item.equals(survivor))
                .findFirst()
                .orElseThrow();

        new ItemCompletion(fixture.database, fixture::now, fixture.catalog, List.of()).merge(client, survivor);

        jobs.releaseLeases();
        assertThat(only().item()).isEqualTo(survivor);
    }

    @Test
    void releasedLeasesAreAvailableAtOnce() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));
        jobs.lease(BOTH, 9);

        otherNode.releaseLeases();
        assertThat(otherNode.lease(BOTH, 9))
                .as("a node gives back its own only")
                .isEmpty();
        jobs.releaseLeases();
        assertThat(otherNode.lease(BOTH, 9)).hasSize(1);
    }

    @Test
    void theStatusContainsDueLookupsAndTheirAge() {
        fixture.catalog.findOrCreateShows(List.of(showRef("Ours", 2010)));
        Instant since = fixture.now();
        fixture.pass(Duration.ofHours(3));
        FakeSource source = new FakeSource("stub", Kind.SHOW);
        source.pauseUntil(fixture.now().plusSeconds(60));
        jobs.recordStatus(source, "answered 500");

        SourceQueueStatus state = jobs.state();

        assertThat(state.pending()).isEqualTo(1);
        assertThat(state.due()).isEqualTo(1);
        assertThat(state.oldest()).contains(since);
        assertThat(state.sources())
                .containsExactly(new Condition("stub", fixture.now().plusSeconds(60), "answered 500", fixture.now()));
    }

    private SourceJob only() {
        List<SourceJob> taken = jobs.lease(BOTH, 9);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private void known(SourceJob job, SourceItem item) {
        jobs.markFound(job, item, new CompletionResult(Result.COMPLETED, job.item(), List.of(), List.of()));
    }

    @Test
    void lookupsPostponedByAClockAheadAreDueAfterItIsCorrected() {
        Duration years = Duration.ofDays(1_461);
        fixture.catalog.findOrCreateShows(List.of(tvdb(5), tvdb(6)));
        fixture.pass(years);
        List<SourceJob> taken = jobs.lease(BOTH, 9);
        jobs.markNotFound(taken.getFirst(), List.of());
        fixture.pass(years.negated());

        assertThat(otherNode.lease(BOTH, 9)).hasSize(2);
    }

    @Test
    void changesRequestedByAClockAheadAreDueAfterItIsCorrected() {
        Duration years = Duration.ofDays(1_461);
        FakeSource source = new FakeSource("stub", Kind.SHOW);
        fixture.pass(years);
        jobs.dueFeed(source);
        fixture.hoursPass(2);
        assertThat(jobs.dueFeed(source)).isPresent();
        fixture.pass(years.negated());

        assertThat(jobs.dueFeed(source)).isPresent();
        assertThat(jobs.dueFeed(source)).isEmpty();
    }

    @Test
    void aDatasetPostponedByAClockAheadIsDueAfterItIsCorrected() {
        Duration years = Duration.ofDays(1_461);
        DatasetJobs bases = new DatasetJobs(fixture.database, fixture::now, "one");
        bases.register("imdb");
        fixture.pass(years);
        assertThat(bases.tryLease("imdb", "files")).isTrue();
        bases.markImported("imdb", "files", "all of it");
        fixture.pass(years.negated());

        assertThat(bases.tryLease("imdb", "other files")).isTrue();
        assertThat(new DatasetJobs(fixture.database, fixture::now, "other").tryLease("imdb", "other files"))
                .isFalse();
    }
}
