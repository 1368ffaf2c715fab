package dev.spoolmark.recommendation;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.ProfileAccess;
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

/// Ann has seen Alien. Of the other users who have, five have seen Titanic and everything else; four have seen
/// Aliens and nothing else. Counting ranks Titanic first, the model ranks Aliens first.
abstract class ModelFixture {

    static final RecommendationFilter MOVIES =
            new RecommendationFilter(Kind.MOVIE, Optional.empty(), 1970, 0, true, true);

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
        catalog = new Catalog(database, () -> now, new CatalogOptions(true));
        accounts = new Accounts(
                database,
                () -> now,
                new AccountDefaults(Registration.OPEN, false, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        recommendations = new Recommendations(database, models(ModelLocation.memory()));
        alien = movie("Alien", 1979);
        aliens = movie("Aliens", 1986);
        titanic = movie("Titanic", 1997);
        silents = IntStream.range(0, 14)
                .mapToObj(number -> movie("Silent " + number, 1920))
                .toList();
        ann = account("ann");
        watched(ann, alien);
    }

    @AfterEach
    void close() {
        database.close();
    }

    ModelRegistry models(ModelLocation location) {
        return new ModelRegistry(new ModelTraining(database, () -> now), () -> now, location, waiting::add);
    }

    /// Adds users up to this number, including Ann.
    void people(int all) {
        likers(4, "both", alien, aliens);
        likers(5, "everything", alien, titanic).forEach(account -> silents.forEach(silent -> watched(account, silent)));
        likers(all - 10, "other", titanic);
    }

    List<Account> likers(int number, String name, MediaId... items) {
        List<Account> likers = new ArrayList<>();
        for (int liker = 0; liker < number; liker++) {
            Account account = account(name + liker);
            List.of(items).forEach(item -> watched(account, item));
            likers.add(account);
        }
        return likers;
    }

    /// Requests recommendations until the training is complete.
    List<MediaId> recommendedWithModel(RecommendationFilter filter) {
        recommended(filter);
        work();
        recommended(filter);
        work();
        return recommended(filter);
    }

    List<MediaId> recommended(RecommendationFilter filter) {
        return recommendations.of(new ProfileAccess(database).self(ann), filter, Set.of());
    }

    void work() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }

    Account account(String name) {
        return accounts.create(
                        new NewAccount(name, null, Secret.sha1Of("a long password"), false, CreationOrigin.OPERATOR))
                .account();
    }

    MediaId movie(String title, int year) {
        load(new MovieItem(Ids.NONE, title, year, MovieFacts.NONE, List.of(), null));
        return catalog.findMovieIds(List.of(new MovieRef(Ids.NONE, title, null)))
                .values()
                .iterator()
                .next();
    }

    MediaId show(String title, int year) {
        ShowFacts facts = new ShowFacts(null, null, Broadcast.NONE, null, null, null, Images.NONE, List.of());
        load(new ShowItem(Ids.NONE, title, year, facts, List.of(), List.of(), null));
        return catalog.findShowIds(List.of(new ShowRef(Ids.NONE, title, null)))
                .values()
                .iterator()
                .next();
    }

    void load(SourceItem item) {
        new CatalogImport(database, () -> now, catalog).apply(List.of(item));
    }

    /// A movie, or the first two episodes of a show.
    void watched(Account account, MediaId item) {
        if (item.kind() == Kind.MOVIE) {
            watched(account, Kind.MOVIE, item.value(), 0);
        } else {
            watched(account, Kind.EPISODE, item.value() * 1_000, item.value());
            watched(account, Kind.EPISODE, item.value() * 1_000 + 1, item.value());
        }
    }

    void watched(Account account, Kind kind, long item, long show) {
        database.write(tx -> tx.update(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, last_at) VALUES (?, ?, ?, ?, 1, 5)",
                account.id().value(),
                kind.number(),
                item,
                show));
    }

    void rate(Account account, MediaId item, int score) {
        database.write(tx -> tx.update(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, ?, 6)",
                account.id().value(),
                item.value(),
                score));
    }
}
