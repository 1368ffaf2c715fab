package dev.spoolmark.recommendation;

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
import org.junit.jupiter.params.Parameter;

/// Ann has seen Alien. Of the others who have, five have seen Titanic, but they have seen everything; four have seen
/// Aliens and nothing else. Counting puts Titanic first, the model Aliens.
abstract class ModelWorld {

    static final Wanted MOVIES = new Wanted(Kind.MOVIE, Optional.empty(), 1970, 0, true, true);

    @Parameter
    Engine engine;

    final Queue<Runnable> waiting = new ArrayDeque<>();
    Instant now = Instant.parse("2013-06-24T12:00:00Z");
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
        recommendations = new Recommendations(database, models(ModelPlace.memory()));
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

    Models models(ModelPlace place) {
        return new Models(new Lessons(database, () -> now), () -> now, place, waiting::add);
    }

    /// So many with Ann.
    void people(int all) {
        fans(4, "both", alien, aliens);
        fans(5, "everything", alien, titanic).forEach(person -> silents.forEach(silent -> watched(person, silent)));
        fans(all - 10, "other", titanic);
    }

    List<Account> fans(int number, String name, MediaId... items) {
        List<Account> fans = new ArrayList<>();
        for (int fan = 0; fan < number; fan++) {
            Account account = person(name + fan);
            List.of(items).forEach(item -> watched(account, item));
            fans.add(account);
        }
        return fans;
    }

    /// Asks until whatever was begun is done.
    List<MediaId> toldWithModel(Wanted wanted) {
        told(wanted);
        work();
        told(wanted);
        work();
        return told(wanted);
    }

    List<MediaId> told(Wanted wanted) {
        return recommendations.of(new Gate(database).own(ann), wanted, Set.of());
    }

    void work() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }

    Account person(String name) {
        return accounts.create(new NewAccount(name, null, Secret.sha1Of("a long password"), false, Origin.OPERATOR))
                .account();
    }

    MediaId movie(String title, int year) {
        load(new MovieItem(Ids.NONE, title, year, MovieFacts.NONE, List.of(), null));
        return catalog.findMovieIds(List.of(new MovieRef(null, null, title, null)))
                .values()
                .iterator()
                .next();
    }

    MediaId show(String title, int year) {
        ShowFacts facts = new ShowFacts(null, null, Broadcast.NONE, null, null, null, Images.NONE, List.of());
        load(new ShowItem(Ids.NONE, title, year, facts, List.of(), List.of(), null));
        return catalog.findShowIds(List.of(new ShowRef(null, null, title, null)))
                .values()
                .iterator()
                .next();
    }

    void load(CatalogItem item) {
        new CatalogLoad(database, () -> now, catalog).apply(List.of(item));
    }

    /// A movie, or the first two episodes of a show.
    void watched(Account person, MediaId item) {
        if (item.kind() == Kind.MOVIE) {
            watched(person, Kind.MOVIE, item.value(), 0);
        } else {
            watched(person, Kind.EPISODE, item.value() * 1_000, item.value());
            watched(person, Kind.EPISODE, item.value() * 1_000 + 1, item.value());
        }
    }

    void watched(Account person, Kind kind, long item, long show) {
        database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, ?, ?, ?, 1, 5)",
                person.id().value(),
                kind.number(),
                item,
                show));
    }

    void rate(Account person, MediaId item, int score) {
        database.write(tx -> tx.update(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, ?, 6)",
                person.id().value(),
                item.value(),
                score));
    }
}
