package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Recommendations without a model, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class RecommendationsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2013-06-24T12:00:00Z"));
    private static final RecommendationFilter MOVIES = RecommendationFilter.any(Kind.MOVIE);

    @Parameter
    Engine engine;

    Database database;
    Catalog catalog;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, CLOCK, new CatalogOptions(true));
        ann = account("ann");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void moreSharedGenresCountMore() {
        movie("Liked", 2000, "Crime", "Drama");
        movie("Half", 2000, "Drama");
        movie("Same", 2000, "Crime", "Drama");
        movie("Other", 2000, "Comedy");
        rate(ann, "Liked", 9);

        assertThat(recommended(MOVIES)).containsExactly("Same", "Half");
    }

    @Test
    void sharedPeopleCount() {
        credited("Liked", "Bale");
        credited("With Bale", "Bale");
        credited("With Another", "Another");
        rate(ann, "Liked", 9);

        assertThat(recommended(MOVIES)).containsExactly("With Bale");
    }

    @Test
    void anItemWithTwoCommonUsersIsRelatedAndWithOneIsNot() {
        List.of("Liked", "Both", "One").forEach(title -> movie(title, 2000));
        rate(ann, "Liked", 9);
        for (Account liker : List.of(account("bob"), account("cem"))) {
            rate(liker, "Liked", 8);
            rate(liker, "Both", 8);
        }
        rate(account("dora"), "Liked", 7);
        rate(account("eve"), "One", 7);

        assertThat(recommended(MOVIES)).containsExactly("Both");
    }

    @Test
    void watchedItemsAreSeedsAndNotRecommended() {
        movie("Watched", 2000, "Drama");
        movie("Like It", 2000, "Drama");
        watched(ann, "Watched");

        assertThat(recommended(MOVIES)).containsExactly("Like It");
    }

    @Test
    void itemsThatTheUserHatesAreNotSeeds() {
        movie("Hated", 2000, "Drama");
        movie("Like It", 2000, "Drama");
        movie("Liked", 2000, "Comedy");
        movie("Also Funny", 2000, "Comedy");
        rate(ann, "Hated", 2);
        rate(ann, "Liked", 10);

        assertThat(recommended(MOVIES)).containsExactly("Also Funny");
    }

    @Test
    void onlyFriendsProvideSeeds() {
        movie("Of A Friend", 2000, "Drama");
        movie("Like That", 2000, "Drama");
        movie("Of A Stranger", 2000, "Comedy");
        movie("Like The Stranger's", 2000, "Comedy");
        Account friend = account("bob");
        new Follows(database, CLOCK).followEachOther(ann, friend);
        rate(friend, "Of A Friend", 9);
        rate(account("cem"), "Of A Stranger", 9);

        assertThat(recommended(MOVIES)).containsExactly("Like That");
    }

    @Test
    void withoutSeedsTheBestRatedThenTheNewest() {
        movie("Old", 1990);
        movie("New", 2010);
        movie("Good", 1980);
        movie("Good To Many", 1980);
        rate(account("bob"), "Good", 9);
        rate(account("cem"), "Good To Many", 9);
        rate(account("dora"), "Good To Many", 9);

        assertThat(recommended(MOVIES)).containsExactly("Good To Many", "Good", "New", "Old");
    }

    @Test
    void yearsAreInclusiveAndGenresAnyOfThese() {
        movie("1999", 1999, "Drama");
        movie("2000", 2000, "Drama");
        movie("2001", 2001, "Comedy");
        movie("2002", 2002, "Drama");

        assertThat(recommended(new RecommendationFilter(Kind.MOVIE, Optional.empty(), 2000, 2001, true, true)))
                .containsExactly("2001", "2000");
        assertThat(recommended(new RecommendationFilter(Kind.MOVIE, Optional.of(Set.of("Drama")), 2000, 0, true, true)))
                .containsExactly("2002", "2000");
    }

    @Test
    void collectedAndListedItemsAreHiddenOnRequest() {
        movie("Owned", 2002);
        movie("Listed", 2001);
        movie("Neither", 2000);
        database.write(tx -> tx.update(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, 1, ?, 0, 0)",
                ann.id().value(),
                id("Owned").value()));
        database.write(tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, 1, ?, 0, 1, 0, 1)
                """, ann.id().value(), id("Listed").value()));

        assertThat(recommended(MOVIES)).containsExactly("Neither");
        assertThat(recommended(new RecommendationFilter(Kind.MOVIE, Optional.empty(), 0, 0, false, true)))
                .containsExactly("Owned", "Neither");
        assertThat(recommended(new RecommendationFilter(Kind.MOVIE, Optional.empty(), 0, 0, true, false)))
                .containsExactly("Listed", "Neither");
    }

    @Test
    void dismissedAndProvisionalItemsAreNotRecommended() {
        movie("Dismissed", 2001);
        movie("Fine", 2000);
        catalog.findOrCreateMovies(List.of(new MovieRef(Ids.NONE, "Holiday Video", 2012)));

        assertThat(recommended(MOVIES, id("Dismissed"))).containsExactly("Fine");
    }

    @Test
    void playsOfEpisodesCountForTheirShow() {
        ShowId watched = show("Watched", "Comedy");
        ShowId alike = show("Like It", "Comedy");
        show("Unlike It", "Drama");
        database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, 4, 999, ?, 1, 5)",
                ann.id().value(),
                watched.value()));

        assertThat(new Recommendations(database, CLOCK, ModelLocation.memory())
                        .of(new ProfileAccess(database).self(ann), RecommendationFilter.any(Kind.SHOW), Set.of()))
                .containsExactly(alike);
    }

    private ShowId show(String title, String genre) {
        ShowFacts facts = new ShowFacts(null, null, Broadcast.NONE, null, null, null, Images.NONE, List.of(genre));
        new CatalogImport(database, CLOCK, catalog)
                .apply(List.of(new ShowItem(Ids.NONE, title, 2000, facts, List.of(), List.of(), null)));
        return catalog.findShowIds(List.of(new ShowRef(Ids.NONE, title, null)))
                .values()
                .iterator()
                .next();
    }

    private List<String> recommended(RecommendationFilter filter, MediaId... dismissed) {
        List<MediaId> recommended = new Recommendations(database, CLOCK, ModelLocation.memory())
                .of(new ProfileAccess(database).self(ann), filter, Set.of(dismissed));
        var movies =
                catalog.movies(recommended.stream().map(MovieId.class::cast).toList());
        return recommended.stream()
                .map(movies::get)
                .filter(Objects::nonNull)
                .map(Movie::title)
                .toList();
    }

    private Account account(String name) {
        AccountDefaults defaults = new AccountDefaults(Registration.OPEN, false, ZoneOffset.UTC);
        CommonPasswords common = new CommonPasswords(Optional.empty());
        return new Accounts(database, CLOCK, defaults, FastHasher.hash(), common)
                .create(new NewAccount(name, null, Secret.sha1Of("a long password"), false, CreationOrigin.OPERATOR))
                .account();
    }

    private void movie(String title, int year, String... genres) {
        MovieFacts facts = new MovieFacts(null, null, null, null, null, null, Images.NONE, List.of(genres));
        load(new MovieItem(Ids.NONE, title, year, facts, List.of(), null));
    }

    private void credited(String title, String actor) {
        CreditItem credit = new CreditItem(new PersonItem(Ids.NONE, actor, PersonFacts.NONE), "actor", null);
        load(new MovieItem(Ids.NONE, title, 2000, MovieFacts.NONE, List.of(credit), null));
    }

    private void load(MovieItem movie) {
        new CatalogImport(database, CLOCK, catalog).apply(List.of(movie));
    }

    private void rate(Account account, String title, int score) {
        new Ratings(database, new ActivityStamps(), CLOCK)
                .rate(account.id(), List.of(new RatingChange(id(title), new Score(score))));
    }

    private void watched(Account account, String title) {
        database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, 1, ?, 0, 1, 5)",
                account.id().value(),
                id(title).value()));
    }

    private MovieId id(String title) {
        return catalog.findMovieIds(List.of(new MovieRef(Ids.NONE, title, null)))
                .values()
                .iterator()
                .next();
    }
}
