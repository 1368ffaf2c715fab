package dev.spoolmark.stats;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.UserDataRows.ItemRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Two movies, *Portlandia* with two episodes and a special, and three users: **ann**, public; **bob**, protected
/// and followed by ann; **cem**, protected, without followers.
final class StatsFixture implements AutoCloseable {

    final TestClock clock = new TestClock();
    final Database database;
    final Catalog catalog;
    final Accounts accounts;
    final ProfileAccess access;
    final UserDataRows rows;
    final Account ann;
    final Account bob;
    final Account cem;

    StatsFixture(Engine engine) {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, clock, new CatalogOptions(true));
        AccountDefaults defaults = new AccountDefaults(Registration.CLOSED, false, ZoneId.of("UTC"));
        accounts = new Accounts(database, clock, defaults, FastHasher.hash(), new CommonPasswords(Optional.empty()));
        access = new ProfileAccess(database);
        rows = new UserDataRows(database);
        ann = account("ann", false);
        bob = account("bob", true);
        cem = account("cem", true);
        new Follows(database, clock).followEachOther(ann, bob);
        load(movie("Batman Begins", 272), movie("Amelie", 194), portlandia());
    }

    void load(SourceItem... items) {
        new CatalogImport(database, clock, catalog).apply(List.of(items));
    }

    static MovieItem movie(String title, long tmdb) {
        return new MovieItem(new Ids(null, null, tmdb, null, null), title, 2005, MovieFacts.NONE, List.of(), null);
    }

    static ShowItem portlandia() {
        return new ShowItem(
                new Ids(null, 213_221L, null, null, null),
                "Portlandia",
                2011,
                ShowFacts.NONE,
                List.of(),
                List.of(season(0, 1), season(1, 2)),
                null);
    }

    static SeasonItem season(int number, int episodes) {
        List<EpisodeItem> all = java.util.stream.IntStream.rangeClosed(1, episodes)
                .mapToObj(episode -> new EpisodeItem(episode, Ids.NONE, EpisodeFacts.NONE))
                .toList();
        return new SeasonItem(number, Ids.NONE, null, all);
    }

    Movie batman() {
        return catalog.findMovie(CatalogFixture.movieRef("272")).orElseThrow();
    }

    Movie amelie() {
        return catalog.findMovie(CatalogFixture.movieRef("194")).orElseThrow();
    }

    ShowGuide guide() {
        return catalog.guide(
                catalog.findShow(CatalogFixture.showRef("213221")).orElseThrow().id());
    }

    ItemRef episode(int season, int number) {
        return ItemRef.episode(guide(), season, number);
    }

    ItemRef theBatman() {
        return ItemRef.movie(batman().id());
    }

    ItemRef theAmelie() {
        return ItemRef.movie(amelie().id());
    }

    Instant ago(Duration time) {
        return clock.instant().minus(time);
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    Account account(String name, boolean isProtected) {
        NewAccount.Choices choices = new NewAccount.Choices(Instant.EPOCH, isProtected, null, true);
        Secret password = Secret.sha1Of(name + " has a long password");
        return accounts.create(
                        new NewAccount(name, null, password, false, CreationOrigin.OPERATOR, Profile.EMPTY, choices))
                .account();
    }

    @Override
    public void close() {
        database.close();
    }
}
