package dev.spoolmark.search;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.ExternalPopularity;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A catalog to search in, on either engine, and a clock that stands still until it is moved.
final class SearchFixture implements AutoCloseable {

    final Database database;
    final Catalog catalog;
    private final CatalogImport load;
    private final Ratings ratings;
    private final Accounts accounts;
    private volatile Instant now = Instant.parse("2013-06-24T12:00:00Z");

    SearchFixture(Engine engine) {
        this(TestDatabases.open(engine));
    }

    SearchFixture(Database database) {
        this.database = database;
        catalog = new Catalog(database, () -> now, new CatalogOptions(true));
        load = new CatalogImport(database, () -> now, catalog);
        ratings = new Ratings(database, new ActivityStamps(), () -> now);
        accounts = new Accounts(
                database,
                () -> now,
                new AccountDefaults(Registration.OPEN, false, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
    }

    Search search(IndexLocation location) {
        return search(location, Runnable::run);
    }

    Search search(IndexLocation location, Executor executor) {
        return new Search(database, () -> now, location, executor);
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    void add(SourceItem... items) {
        load.apply(List.of(items));
    }

    void addMovies(String... titles) {
        for (String title : titles) {
            add(movie(title, 2000, Ids.NONE));
        }
    }

    /// Inserts movies that the index has not read.
    void addManyMovies(int movies) {
        database.write(tx -> tx.update("""
                WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
                INSERT INTO movie (movie_id, slug, title, title_key, year, provisional, updated_at, revision)
                SELECT 900000000 + n, 'many-' || n, 'Many ' || n, 'many ' || n, 1950, false, 0, 0 FROM n
                """, movies));
    }

    static MovieItem movie(String title, int year, Ids ids, String... others) {
        List<AlternativeTitle> titles = Stream.of(others)
                .map(other -> new AlternativeTitle(other, null, null))
                .toList();
        return new MovieItem(ids, title, year, MovieFacts.NONE, List.of(), null, titles);
    }

    void votes(String title, int people) {
        rate(title, people, new Score(8));
    }

    void withdrawVotes(String title, int people) {
        rate(title, people, null);
    }

    private void rate(String title, int people, @Nullable Score score) {
        MovieId movie = catalog.findMovieIds(List.of(new MovieRef(Ids.NONE, title, 2000)))
                .values()
                .iterator()
                .next();
        for (int person = 1; person <= people; person++) {
            ratings.rate(new UserId(1_000_000 + person), List.of(new RatingChange(movie, score)));
        }
    }

    void setPopularity(String imdb, long votes) {
        new DatasetImport(database, () -> now, catalog)
                .savePopularity(List.of(new ExternalPopularity(Kind.MOVIE, imdb, votes)));
    }

    UserId userId(String name, @Nullable String fullName, boolean isProtected) {
        Profile profile = new Profile(fullName, null, null, null, null, null);
        NewAccount.Choices choices = new NewAccount.Choices(now, isProtected, null, true);
        return accounts.create(new NewAccount(
                        name, null, Secret.sha1Of("a long password"), false, CreationOrigin.OPERATOR, profile, choices))
                .account()
                .id();
    }

    void searchable(String name, boolean searchable) {
        now = now.plusMillis(1);
        accounts.change(accounts.get(name), new AccountPatch(searchable, null));
    }

    List<String> titles(List<MovieId> found) {
        var movies = catalog.movies(found);
        return found.stream()
                .map(movies::get)
                .filter(Objects::nonNull)
                .map(Movie::title)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
