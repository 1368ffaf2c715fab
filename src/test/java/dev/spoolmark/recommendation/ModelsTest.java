package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CheapHash;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Origin;
import dev.spoolmark.account.Registration;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.CatalogLoad;
import dev.spoolmark.catalog.CatalogRules;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.social.Gate;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// When a model is made and what it then leads to, on both engines.
///
/// Ann has seen Alien. Of the others who have, five have seen Titanic, but they have seen everything; four have seen
/// Aliens and nothing else. Counting puts Titanic first, the model Aliens.
@ParameterizedClass
@EnumSource(Engine.class)
class ModelsTest {

    private static final Wanted MOVIES = new Wanted(Kind.MOVIE, Optional.empty(), 1970, 0, true, true);

    @Parameter
    Engine engine;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2013-06-24T12:00:00Z");
    Database database;
    Catalog catalog;
    Accounts accounts;
    Account ann;
    Recommendations recommendations;
    MediaId alien;
    MediaId aliens;
    MediaId titanic;
    List<MediaId> silents;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, () -> now, new CatalogRules(true));
        accounts = new Accounts(
                database,
                () -> now,
                new AccountRules(Registration.OPEN, false, ZoneOffset.UTC),
                CheapHash.hash(),
                new CommonPasswords(Optional.empty()));
        recommendations = new Recommendations(database, new Models(database, () -> now, waiting::add));
        alien = movie("Alien", 1979);
        aliens = movie("Aliens", 1986);
        titanic = movie("Titanic", 1997);
        silents = IntStream.range(0, 14)
                .mapToObj(number -> movie("Silent " + number, 1920))
                .toList();
        ann = person("ann");
        watched(ann, alien);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fewPeopleDoWithoutAModel() {
        people(Models.ENOUGH_PEOPLE - 1);

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void fromEnoughPeopleOnTheModelLeads() {
        people(Models.ENOUGH_PEOPLE);

        assertThat(toldWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void whoeverOnlyHasAnAccountIsNotCounted() {
        people(Models.ENOUGH_PEOPLE - 1);
        person("idle");

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void aServerThatGrowsHasItsModelAtTheNextRequests() {
        people(Models.ENOUGH_PEOPLE - 1);
        toldWithModel(MOVIES);
        watched(person("late"), titanic);

        assertThat(toldWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void requestsDoWithoutWhileTheModelIsMade() {
        people(Models.ENOUGH_PEOPLE);

        assertThat(told(MOVIES)).containsExactly(titanic, aliens);
        work();
        assertThat(told(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void aDayLaterTheModelIsMadeAnew() {
        people(Models.ENOUGH_PEOPLE);
        toldWithModel(MOVIES);
        MediaId sequel = movie("Alien 3", 1992);
        fans(8, "new", alien, sequel);
        now = now.plus(Duration.ofHours(23));

        assertThat(toldWithModel(MOVIES)).startsWith(aliens);
        now = now.plus(Duration.ofHours(2));
        assertThat(toldWithModel(MOVIES)).startsWith(sequel);
    }

    @Test
    void whatIsKnownDismissedOwnedOrListedIsNeverTold() {
        people(Models.ENOUGH_PEOPLE);

        assertThat(toldWithModel(MOVIES)).doesNotContain(alien).contains(aliens);
        assertThat(recommendations.of(new Gate(database).own(ann), MOVIES, Set.of(aliens)))
                .containsExactly(titanic);
        database.write(tx -> tx.update(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, 1, ?, 0, 0)",
                ann.id().value(),
                aliens.value()));
        assertThat(told(MOVIES)).containsExactly(titanic);
        database.write(tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, 1, ?, 0, 1, 0, 1)
                """, ann.id().value(), titanic.value()));
        assertThat(told(MOVIES)).isEmpty();
    }

    @Test
    void whatTheCallerRatedLowIsNeitherToldNorListenedTo() {
        people(Models.ENOUGH_PEOPLE);
        rate(ann, aliens, 2);

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic);
        rate(ann, alien, 2);
        assertThat(told(MOVIES)).containsExactly(titanic);
    }

    @Test
    void yearsHoldForTheModelToo() {
        people(Models.ENOUGH_PEOPLE);

        assertThat(toldWithModel(new Wanted(Kind.MOVIE, Optional.empty(), 1990, 0, true, true)))
                .containsExactly(titanic);
    }

    @Test
    void whatFewLikeOrRateLowIsNotLearned() {
        MediaId rare = movie("Rare", 1980);
        MediaId hated = movie("Hated", 1981);
        fans(2, "rare", rare);
        fans(4, "hater", hated).forEach(hater -> rate(hater, hated, 3));
        people(Models.ENOUGH_PEOPLE);

        assertThat(popular(100)).hasSize(17).doesNotContain(rare.value(), hated.value());
        assertThat(popular(1)).containsExactly(titanic.value());
    }

    private List<Long> popular(int limit) {
        ModelStore store = new ModelStore(Kind.MOVIE);
        return database.read(tx -> store.popular(tx, ItemModel.FEWEST_PEOPLE, limit));
    }

    @Test
    void showsAreLearnedThroughTheirEpisodes() {
        MediaId firefly = show("Firefly", 2002);
        MediaId dollhouse = show("Dollhouse", 2009);
        MediaId friends = show("Friends", 1994);
        watched(ann, firefly);
        fans(4, "both", firefly, dollhouse);
        List<Account> everything = fans(5, "everything", firefly, friends);
        for (int number = 0; number < 14; number++) {
            MediaId quiz = show("Quiz " + number, 1960);
            everything.forEach(person -> watched(person, quiz));
        }
        fans(20, "other", friends);

        assertThat(toldWithModel(new Wanted(Kind.SHOW, Optional.empty(), 1970, 0, true, true)))
                .containsExactly(dollhouse, friends);
    }

    /// So many with Ann.
    private void people(int all) {
        fans(4, "both", alien, aliens);
        fans(5, "everything", alien, titanic).forEach(person -> silents.forEach(silent -> watched(person, silent)));
        fans(all - 10, "other", titanic);
    }

    private List<Account> fans(int number, String name, MediaId... items) {
        List<Account> fans = new ArrayList<>();
        for (int fan = 0; fan < number; fan++) {
            Account account = person(name + fan);
            List.of(items).forEach(item -> watched(account, item));
            fans.add(account);
        }
        return fans;
    }

    /// Asks until whatever was begun is done.
    private List<MediaId> toldWithModel(Wanted wanted) {
        told(wanted);
        work();
        told(wanted);
        work();
        return told(wanted);
    }

    private List<MediaId> told(Wanted wanted) {
        return recommendations.of(new Gate(database).own(ann), wanted, Set.of());
    }

    private void work() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }

    private Account person(String name) {
        return accounts.create(new NewAccount(name, null, Secret.sha1Of("a long password"), false, Origin.OPERATOR))
                .account();
    }

    private MediaId movie(String title, int year) {
        load(new MovieItem(Ids.NONE, title, year, MovieFacts.NONE, List.of(), null));
        return catalog.findMovieIds(List.of(new MovieRef(null, null, title, null)))
                .values()
                .iterator()
                .next();
    }

    private MediaId show(String title, int year) {
        ShowFacts facts = new ShowFacts(null, null, Broadcast.NONE, null, null, null, Images.NONE, List.of());
        load(new ShowItem(Ids.NONE, title, year, facts, List.of(), List.of(), null));
        return catalog.findShowIds(List.of(new ShowRef(null, null, title, null)))
                .values()
                .iterator()
                .next();
    }

    private void load(CatalogItem item) {
        new CatalogLoad(database, () -> now, catalog).apply(List.of(item));
    }

    /// A movie, or the first two episodes of a show.
    private void watched(Account person, MediaId item) {
        if (item.kind() == Kind.MOVIE) {
            watched(person, Kind.MOVIE, item.value(), 0);
        } else {
            watched(person, Kind.EPISODE, item.value() * 1_000, item.value());
            watched(person, Kind.EPISODE, item.value() * 1_000 + 1, item.value());
        }
    }

    private void watched(Account person, Kind kind, long item, long show) {
        database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, ?, ?, ?, 1, 5)",
                person.id().value(),
                kind.number(),
                item,
                show));
    }

    private void rate(Account person, MediaId item, int score) {
        database.write(tx -> tx.update(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, ?, 6)",
                person.id().value(),
                item.value(),
                score));
    }
}
