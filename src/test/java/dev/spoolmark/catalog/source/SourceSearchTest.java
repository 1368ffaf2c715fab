package dev.spoolmark.catalog.source;

import static dev.spoolmark.catalog.CatalogFixture.movie;
import static dev.spoolmark.catalog.CatalogFixture.tmdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.source.AddedItem.InCatalog;
import dev.spoolmark.catalog.source.TitleSearch.Hits;
import dev.spoolmark.db.Engine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches at sources, and additions of what they found.
@ParameterizedClass
@EnumSource(Engine.class)
class SourceSearchTest {

    private static final long ANN = 1;
    private static final long BOB = 2;
    private static final SourceTitle HEAT = title("one", tmdb(949), "Heat", 1995);

    @Parameter
    Engine engine;

    CatalogFixture fixture;
    FakeSource one;
    FakeSource two;
    OnDemandLookup lookups;
    SourceSearch search;

    @BeforeEach
    void open() {
        fixture = new CatalogFixture(engine);
        one = new FakeSource("one", Kind.MOVIE, Kind.SHOW).finds(_ -> new Hits(List.of(HEAT)));
        two = new FakeSource("two", Kind.MOVIE).finds(_ -> Hits.NONE);
        Sources sources = new Sources(List.of(one, two));
        lookups = new OnDemandLookup(
                fixture.catalog,
                sources,
                new SourceResultApplier(fixture.catalog, fixture.completion(), fixture.load),
                new SourceJobs(fixture.database, fixture::now, "node"),
                new ViewedItems(fixture::now),
                Duration.ofSeconds(20));
        search = new SourceSearch(sources, lookups, fixture::now, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        search.close();
        lookups.close();
        fixture.close();
    }

    private static SourceTitle title(String source, Ids ids, String title, int year) {
        return new SourceTitle(source, Kind.MOVIE, ids, title, year);
    }

    private AddedItem add(long user, TitleRef ref) {
        return search.add(user, ref, BooleanSupplier::getAsBoolean);
    }

    private static MovieRef heat() {
        return new MovieRef(tmdb(949), null, null);
    }

    @Test
    void aMovieThatTwoSourcesNameIsListedOnceInTheOrderOfTheSources() {
        two.finds(_ -> new Hits(
                List.of(title("two", Ids.ofImdb("tt0113277"), "HEAT", 1995), title("two", tmdb(1), "Heat", 1986))));

        assertThat(search.search(ANN, " heat ").titles()).containsExactly(HEAT, title("two", tmdb(1), "Heat", 1986));
        assertThat(search.names()).containsExactly("one", "two");
    }

    @Test
    void aSourceThatFailsIsReportedAndQueriedAgain() {
        two.finds(_ -> new TitleSearch.Unavailable("answered 500"));

        assertThat(search.search(ANN, "heat").silent()).containsExactly("two");
        assertThat(search.search(ANN, "heat").titles()).containsExactly(HEAT);
        assertThat(two.searches()).hasSize(2);
        assertThat(one.searches()).as("its response is cached").hasSize(1);
    }

    @Test
    void aPausedSourceIsNotQueried() {
        two.pauseUntil(fixture.now().plusSeconds(60));

        assertThat(search.search(ANN, "heat").silent()).containsExactly("two");
        assertThat(two.searches()).isEmpty();
    }

    @Test
    void theSameTextInAnotherCaseIsNotSentAgainWithinHalfAnHour() {
        search.search(ANN, "Heat");
        assertThat(search.search(BOB, "HEAT").titles()).containsExactly(HEAT);
        assertThat(one.searches()).containsExactly("Heat");

        fixture.pass(Duration.ofMinutes(31));
        search.search(BOB, "heat");
        assertThat(one.searches()).hasSize(2);
    }

    @Test
    void anEmptyTextIsNotSentAndALongOneIsCut() {
        assertThat(search.search(ANN, " \u200b ").titles()).isEmpty();
        search.search(ANN, "\ud83c\udfac".repeat(300));

        assertThat(one.searches()).containsExactly("\ud83c\udfac".repeat(SourceSearch.LONGEST));
    }

    @Test
    void aUserWhoSearchesTooOftenIsLimitedAndOthersAreNot() {
        IntStream.range(0, 20).forEach(number -> search.search(ANN, "text " + number));

        assertThat(search.search(ANN, "one more").isLimited()).isTrue();
        assertThat(search.search(ANN, "text 3").isLimited()).as("cached").isFalse();
        assertThat(search.search(BOB, "one more").isLimited()).isFalse();
        fixture.pass(Duration.ofSeconds(3));
        assertThat(search.search(ANN, "another").isLimited()).isFalse();
    }

    @Test
    void allUsersTogetherAreLimited() {
        for (long user = 1; user <= 12; user++) {
            for (int number = 0; number < 10; number++) {
                search.search(user, "text " + user + " " + number);
            }
        }

        assertThat(search.search(99, "one more").isLimited()).isTrue();
        assertThat(one.searches()).hasSize(120);
    }

    @Test
    void aLateResponseIsKeptForTheNextSearch() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch response = new CountDownLatch(1);
        two.finds(_ -> {
            asked.countDown();
            await(response);
            return new Hits(List.of(title("two", tmdb(2), "Heat 2", 2027)));
        });
        try (SourceSearch hasty =
                new SourceSearch(new Sources(List.of(two)), lookups, fixture::now, Duration.ofMillis(20))) {
            assertThat(hasty.search(ANN, "heat").silent()).containsExactly("two");
            asked.await();
            assertThat(hasty.search(ANN, "heat").silent()).containsExactly("two");
            response.countDown();
            while (hasty.search(BOB, "heat").titles().isEmpty()) {
                fixture.pass(Duration.ofSeconds(3));
            }
        }
        assertThat(two.searches()).hasSize(1);
    }

    @Test
    void aTitleIsAddedOnce() {
        one.returns(movie("Heat", 1995, tmdb(949)));

        InCatalog added = (InCatalog) add(ANN, heat());
        assertThat(added.isNew()).isTrue();
        assertThat(add(BOB, heat())).isEqualTo(new InCatalog(added.item(), false));
        assertThat(fixture.count("SELECT count(*) FROM movie WHERE NOT provisional"))
                .isEqualTo(1);
    }

    @Test
    void aTitleThatTheCatalogHasUnderAnotherIdIsCompleted() {
        fixture.has(movie("Heat", 1995, Ids.ofImdb("tt0113277")));
        one.returns(movie("Heat", 1995, tmdb(949)));

        assertThat(add(ANN, heat())).isInstanceOf(InCatalog.class);
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
        assertThat(fixture.catalog
                        .findMovieIds(List.of(heat(), new MovieRef(Ids.ofImdb("tt0113277"), null, null)))
                        .values())
                .hasSize(2)
                .containsOnly(fixture.catalog.findMovieIds(List.of(heat())).get(heat()));
    }

    @Test
    void aProvisionalItemIsCompleted() {
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(tmdb(949), "Heat?", 1994)));
        one.returns(movie("Heat", 1995, tmdb(949)));

        assertThat(add(ANN, heat())).isInstanceOf(InCatalog.class);
        assertThat(fixture.count("SELECT count(*) FROM movie WHERE title = 'Heat' AND NOT provisional"))
                .isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
    }

    @Test
    void twoUsersWhoAddTheSameAtOnceCauseOneLookup() {
        CountDownLatch response = new CountDownLatch(1);
        one.responds(_ -> {
            await(response);
            return new SourceResult.Found(movie("Heat", 1995, tmdb(949)), List.of(), List.of());
        });

        CompletableFuture<AddedItem> first = CompletableFuture.supplyAsync(() -> add(ANN, heat()));
        CompletableFuture<AddedItem> second = CompletableFuture.supplyAsync(() -> add(BOB, heat()));
        while (one.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        response.countDown();

        assertThat(first.join()).isInstanceOf(InCatalog.class);
        assertThat(((InCatalog) second.join()).item()).isEqualTo(((InCatalog) first.join()).item());
        assertThat(fixture.count("SELECT count(*) FROM movie")).isEqualTo(1);
    }

    @Test
    void anUnknownItemIsNotAddedAndAFailureIsReported() {
        assertThat(add(ANN, heat())).isEqualTo(new AddedItem.Unknown());
        one.fails("answered 500");
        assertThat(add(ANN, heat())).isEqualTo(new AddedItem.Unavailable());
        assertThat(add(ANN, new MovieRef(Ids.NONE, "Heat", 1995))).isEqualTo(new AddedItem.Unavailable());
        assertThat(fixture.count("SELECT count(*) FROM movie")).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
