package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.UserDataRows;
import dev.spoolmark.stats.UserDataRows.ItemRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Related items and their order.
@ParameterizedClass
@EnumSource(Engine.class)
class RelatedTest {

    @Parameter
    Engine engine;

    TestClock clock = new TestClock();
    Database database;
    Catalog catalog;
    UserDataRows rows;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, clock, new CatalogOptions(true));
        rows = new UserDataRows(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void moreCommonGenresRankHigher() {
        load(
                movie("Seed", "Drama", "Crime"),
                movie("One of two", "Drama"),
                movie("Both", "Crime", "Drama"),
                movie("One of three", "Drama", "War"),
                movie("None", "Comedy"));

        assertThat(related("Seed")).containsExactly("Both", "One of two", "One of three");
    }

    @Test
    void commonPeopleAddUp() {
        load(
                with(movie("Seed", "Drama"), "Ada", "Bea", "Cem", "Dora"),
                movie("Same genre", "Drama"),
                with(movie("Four people"), "Ada", "Bea", "Cem", "Dora"),
                with(movie("One person"), "Ada", "Ada"));

        assertThat(related("Seed")).containsExactly("Four people", "Same genre", "One person");
    }

    @Test
    void itemsThatTwoUsersWatchedOrLikedAreRelated() {
        load(movie("Seed"), movie("Two did"), movie("One did"), movie("Hated"));
        plays(1, "Seed", "Two did", "One did");
        plays(2, "Seed");
        rates(2, "Two did", 6);
        rates(1, "Hated", 5);
        rates(2, "Hated", 1);

        assertThat(related("Seed")).containsExactly("Two did");
    }

    @Test
    void equalScoresAreSortedByVotesThenByAge() {
        load(movie("Seed", "Drama"), movie("Older", "Drama"), movie("Newer", "Drama"), movie("Voted", "Drama"));
        rates(1, "Voted", 1);

        assertThat(related("Seed")).containsExactly("Voted", "Older", "Newer");
    }

    @Test
    void returnsAtMostTenItems() {
        load(IntStream.rangeClosed(1, 12)
                .mapToObj(number -> movie("Number " + number, "Drama"))
                .toArray(SourceItem[]::new));

        assertThat(related("Number 1")).hasSize(10).doesNotContain("Number 1", "Number 12");
    }

    @Test
    void equalScoresWithoutVotesAreSortedByTheSource() {
        load(
                movie("Seed", "Drama"),
                movie("Older", "Drama"),
                known(movie("Second", "Drama"), 2),
                known(movie("First", "Drama"), 1),
                movie("Voted", "Drama"));
        rates(1, "Voted", 1);
        hints("Seed", 9, 1, 2);

        assertThat(related("Seed")).containsExactly("Voted", "First", "Second", "Older");
    }

    @Test
    void itemsRelatedByASourceOnlyComeLast() {
        load(movie("Seed", "Drama"), movie("Drama", "Drama"), known(movie("War", "War"), 3));
        catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofTmdb(4), "Typo", 2000)));
        hints("Seed", 4, 3);

        assertThat(related("Seed")).containsExactly("Drama", "War");
    }

    @Test
    void provisionalTitlesAreNeverRelated() {
        load(movie("Seed"));
        catalog.findOrCreateMovies(List.of(ref("Typo")));
        plays(1, "Seed", "Typo");
        plays(2, "Seed", "Typo");

        assertThat(related("Seed")).isEmpty();
    }

    @Test
    void watchedItemsCanBeLeftOut() {
        load(movie("Seed", "Drama"), movie("Watched", "Drama"), movie("Not yet", "Drama"));
        plays(1, "Watched");

        List<MovieId> unwatched =
                new Related(database).moviesUnwatched(id("Seed"), new ProfileAccess(database).self(account(1)));

        assertThat(unwatched).containsExactly(id("Not yet"));
    }

    @Test
    void playsOfEpisodesCountForTheirShow() {
        load(show("Seed"), show("Other"), show("Third"));
        playsShow(1, "Seed", "Other");
        playsShow(2, "Seed", "Other", "Third");

        Related related = new Related(database);

        assertThat(related.shows(showId("Seed"))).containsExactly(showId("Other"));
        assertThat(related.showsUnwatched(showId("Seed"), new ProfileAccess(database).self(account(1))))
                .isEmpty();
    }

    private List<String> related(String title) {
        List<MovieId> best = new Related(database).movies(id(title));
        var movies = catalog.movies(best);
        return best.stream()
                .map(id -> Objects.requireNonNull(movies.get(id)).title())
                .toList();
    }

    private void load(SourceItem... items) {
        new CatalogImport(database, clock, catalog).apply(List.of(items));
    }

    private static MovieItem movie(String title, String... genres) {
        MovieFacts facts = new MovieFacts(null, null, null, null, null, null, Images.NONE, List.of(genres));
        return new MovieItem(Ids.NONE, title, 2000, facts, List.of(), null);
    }

    private static MovieItem known(MovieItem movie, long tmdb) {
        Ids ids = new Ids(null, null, tmdb, null, null);
        return new MovieItem(ids, movie.title(), movie.year(), movie.facts(), List.of(), null);
    }

    /// Stores related items of a source by their TMDB ids.
    private void hints(String title, long... tmdb) {
        for (int position = 0; position < tmdb.length; position++) {
            int place = position;
            database.write(tx -> tx.update(
                    "INSERT INTO source_related (kind, item_id, position, provider, value) VALUES (1, ?, ?, 'tmdb', ?)",
                    id(title).value(),
                    place,
                    Long.toString(tmdb[place])));
        }
    }

    private static MovieItem with(MovieItem movie, String... people) {
        List<CreditItem> credits = Arrays.stream(people)
                .map(name -> new CreditItem(new PersonItem(Ids.NONE, name, PersonFacts.NONE), "Actor", null))
                .toList();
        return new MovieItem(movie.ids(), movie.title(), movie.year(), movie.facts(), credits, null);
    }

    private static ShowItem show(String title) {
        SeasonItem season = new SeasonItem(1, Ids.NONE, null, List.of(new EpisodeItem(1, Ids.NONE, EpisodeFacts.NONE)));
        return new ShowItem(Ids.NONE, title, 2000, ShowFacts.NONE, List.of(), List.of(season), null);
    }

    private void plays(long user, String... titles) {
        for (String title : titles) {
            rows.addPlay(new UserId(user), ItemRef.movie(id(title)), UserDataRows.SCROBBLE, clock.instant());
        }
    }

    private void playsShow(long user, String... titles) {
        for (String title : titles) {
            ItemRef episode = ItemRef.episode(catalog.guide(showId(title)), 1, 1);
            rows.addPlay(new UserId(user), episode, UserDataRows.SEEN, clock.instant());
        }
    }

    private void rates(long user, String title, int score) {
        database.write(tx -> tx.update(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, ?, 0)",
                user,
                id(title).value(),
                score));
    }

    private MovieId id(String title) {
        return catalog.findMovie(ref(title)).orElseThrow().id();
    }

    private ShowId showId(String title) {
        return catalog.findShow(new ShowRef(Ids.NONE, title, 2000))
                .orElseThrow()
                .id();
    }

    private static MovieRef ref(String title) {
        return new MovieRef(Ids.NONE, title, 2000);
    }

    private static Account account(long id) {
        return new Account(
                new UserId(id),
                "person" + id,
                null,
                false,
                true,
                false,
                Profile.EMPTY,
                new Preferences(ZoneId.of("UTC"), RatingMode.SIMPLE, false, true, true),
                Instant.EPOCH,
                null,
                1);
    }
}
