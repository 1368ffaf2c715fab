package dev.spoolmark.catalog.source;

import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.show;
import static dev.spoolmark.catalog.CatalogFixture.tmdb;
import static dev.spoolmark.catalog.CatalogFixture.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.source.SourceQueueStatus.LookupMessage;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lookups that a request waits for.
class OnDemandLookupTest {

    private static final OnDemandLookup.Waiter HERE = BooleanSupplier::getAsBoolean;

    private final CatalogFixture fixture = new CatalogFixture(Engine.SQLITE);
    private final FakeSource source = new FakeSource("stub", Kind.SHOW, Kind.MOVIE);
    private final SourceJobs jobs = new SourceJobs(fixture.database, fixture::now, "one");
    private final ViewedItems viewedItems = new ViewedItems(fixture::now);
    private final OnDemandLookup onDemandLookup = patient(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        onDemandLookup.close();
        fixture.close();
    }

    @Test
    void aFoundItemIsStoredAtOnceAndQueuedForTheNextLookup() {
        source.returns(show("Ours", 2010, Ids.ofTvdb(5)));

        assertThat(onDemandLookup
                        .show(CatalogFixture.showRef("5"), HERE)
                        .orElseThrow()
                        .title())
                .isEqualTo("Ours");
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isPresent();
        assertThat(source.requests()).containsExactly(new SourceQuery(Kind.SHOW, Ids.ofTvdb(5), null, null, true));
        assertThat(jobs.state().found()).isEqualTo(1);
    }

    @Test
    void unplacedEpisodesAreReported() {
        source.responds(_ -> new Found(show("Ours", 2010, Ids.ofTvdb(5)), List.of(), List.of("cannot be read")));

        onDemandLookup.show(CatalogFixture.showRef("5"), HERE);

        assertThat(jobs.state().unstored()).map(LookupMessage::text).containsExactly("stub: cannot be read");
    }

    @Test
    void digitsAreATmdbIdForAMovie() {
        source.returns(movie("Heat", 1995, tmdb(949)));

        assertThat(onDemandLookup.movie(CatalogFixture.movieRef("949"), HERE)).isPresent();
        assertThat(source.requests().getFirst().ids()).isEqualTo(tmdb(949));
    }

    @Test
    void unknownItemsAreCached() {
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isEmpty();
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isEmpty();

        assertThat(source.requests()).hasSize(1);
    }

    @Test
    void failuresAreNotCached() {
        source.fails("answered 500");
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isEmpty();

        source.returns(show("Ours", 2010, Ids.ofTvdb(5)));
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isPresent();
    }

    @Test
    void viewedItemsAreLookedUpOnce() {
        fixture.has(show("Ours", 2010, Ids.ofTvdb(5)));
        ShowId show = fixture.catalog
                .findShow(CatalogFixture.showRef("5"))
                .orElseThrow()
                .id();

        onDemandLookup.recordView(show);
        assertThat(jobs.state().due()).as("looking writes nothing").isZero();
        jobs.queueViewed(viewedItems);
        assertThat(jobs.state().due()).isEqualTo(1);

        SourceJob job = jobs.lease(Set.of(Kind.SHOW), 9).getFirst();
        jobs.markNotFound(job, List.of());
        fixture.pass(Duration.ofHours(2));
        onDemandLookup.recordView(show);
        jobs.queueViewed(viewedItems);
        assertThat(jobs.state().due()).as("it was asked for before").isZero();
    }

    @Test
    void aViewedItemIsPassedOnOnceAnHour() {
        fixture.has(show("Ours", 2010, Ids.ofTvdb(5)));
        ShowId show = fixture.catalog
                .findShow(CatalogFixture.showRef("5"))
                .orElseThrow()
                .id();

        onDemandLookup.recordView(show);
        onDemandLookup.recordView(show);
        assertThat(viewedItems.drain()).containsExactly(show);
        onDemandLookup.recordView(show);
        assertThat(viewedItems.drain()).isEmpty();
        fixture.pass(Duration.ofHours(1));
        onDemandLookup.recordView(show);
        assertThat(viewedItems.drain()).containsExactly(show);
    }

    @Test
    void requestsWaitOnlyForLookups() {
        source.returns(show("Ours", 2010, Ids.ofTvdb(5)));
        AtomicInteger waits = new AtomicInteger();
        OnDemandLookup.Waiter counted = answered -> {
            waits.incrementAndGet();
            return answered.getAsBoolean();
        };

        onDemandLookup.show(CatalogFixture.showRef("the-wire"), counted);
        assertThat(waits).hasValue(0);
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), counted)).isPresent();
        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), counted)).isPresent();
        assertThat(waits).hasValue(1);
    }

    @Test
    void slugsAndWordsCauseNoLookup() {
        onDemandLookup.show(CatalogFixture.showRef("the-wire"), HERE);
        onDemandLookup.movie(CatalogFixture.movieRef("heat-1995"), HERE);
        onDemandLookup.show(CatalogFixture.showRef("99999999999999999999"), HERE);

        assertThat(source.requests()).isEmpty();
    }

    @Test
    void provisionalItemsAreReturnedWithoutWaiting() {
        fixture.catalog.findOrCreateShows(List.of(tvdb(5)));

        assertThat(onDemandLookup
                        .show(CatalogFixture.showRef("5"), HERE)
                        .orElseThrow()
                        .provisional())
                .isTrue();
        assertThat(source.requests()).isEmpty();
    }

    @Test
    void requestsDoNotWaitForAPausedSource() {
        source.pauseUntil(Instant.MAX);

        assertThat(onDemandLookup.show(CatalogFixture.showRef("5"), HERE)).isEmpty();
        assertThat(source.requests()).isEmpty();
    }

    @Test
    void aLateResultIsAvailableToTheNextRequest() throws InterruptedException {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch response = new CountDownLatch(1);
        source.responds(_ -> {
            requested.countDown();
            await(response);
            return new Found(show("Ours", 2010, Ids.ofTvdb(5)), List.of(), List.of());
        });
        try (OnDemandLookup hasty = patient(Duration.ofMillis(50))) {
            assertThat(hasty.show(CatalogFixture.showRef("5"), HERE)).isEmpty();
            assertThat(hasty.show(CatalogFixture.showRef("5"), HERE)).isEmpty();
            requested.await();
            response.countDown();
            while (fixture.catalog.findShow(CatalogFixture.showRef("5")).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(hasty.show(CatalogFixture.showRef("5"), HERE)).isPresent();
        }
        assertThat(source.requests()).hasSize(1);
    }

    @Test
    void aResultIsStoredOnceAndCompletedLater() {
        SourceResultApplier applier = new SourceResultApplier(fixture.catalog, fixture.completion(), fixture.load);

        CompletionResult first =
                applier.applyNew(result(show("Ours", 2010, Ids.ofTvdb(5)))).orElseThrow();
        CompletionResult again = applier.applyNew(
                        result(show("Ours", 2010, new Ids("tt0113277", 5L, null, null, null))))
                .orElseThrow();

        assertThat(first.result()).isEqualTo(CompletionResult.Result.COMPLETED);
        assertThat(again.item()).isEqualTo(first.item());
        assertThat(fixture.catalog.findShow(CatalogFixture.showRef("tt0113277")))
                .map(Show::id)
                .contains((ShowId) first.item());
        assertThat(fixture.count("SELECT count(*) FROM show")).isEqualTo(1);
    }

    @Test
    void aResultWithoutIdsIsNotStored() {
        SourceResultApplier applier = new SourceResultApplier(fixture.catalog, fixture.completion(), fixture.load);

        assertThat(applier.applyNew(result(show("\u200b", 2010, Ids.NONE)))).isEmpty();
        assertThat(fixture.count("SELECT count(*) FROM show")).isZero();
    }

    private static Found result(SourceItem item) {
        return new Found(item, List.of(), List.of());
    }

    private OnDemandLookup patient(Duration timeout) {
        SourceResultApplier applier = new SourceResultApplier(fixture.catalog, fixture.completion(), fixture.load);
        return new OnDemandLookup(fixture.catalog, new Sources(List.of(source)), applier, jobs, viewedItems, timeout);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
