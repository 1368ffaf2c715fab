package dev.spoolmark.app;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowRef;
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
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.scrobble.ExpiredCheckins;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Every feature over an empty store of either engine, with *Batman Begins*, which the catalogue knows by its TMDB
/// id and a client by its IMDB id, and *The Walking Dead*, known by its IMDB id and named by its TVDB id.
final class MergeFixture implements AutoCloseable {

    static final MovieRef BY_IMDB = new MovieRef(Ids.ofImdb("tt0372784"), null, null);
    static final MovieRef BY_TMDB = new MovieRef(Ids.ofTmdb(272), null, null);
    static final MovieItem BATMAN = new MovieItem(
            new Ids("tt0372784", null, 272L, null, null), "Batman Begins", 2005, MovieFacts.NONE, List.of(), null);

    static final ShowRef SHOW_BY_TVDB = new ShowRef(Ids.ofTvdb(153_021), null, null);
    static final ShowRef SHOW_BY_IMDB = new ShowRef(Ids.ofImdb("tt1520211"), null, null);

    final TestClock clock = new TestClock();
    final Database database;
    final Features features;
    final Account ann;
    final Account bob;

    MergeFixture(Engine engine) {
        database = TestDatabases.open(engine);
        Configuration configuration = Configuration.of(Configuration.read(
                TestDatabases.folder(), Map.of("SPOOLMARK_DEFAULT_PRIVACY", "public"), RawSettings.empty()));
        features = Features.create(database, configuration, clock, FastHasher.hash());
        ann = account("ann");
        bob = account("bob");
    }

    Account account(String name) {
        NewAccount.Choices choices = new NewAccount.Choices(Instant.EPOCH, false, null, true);
        Secret password = Secret.sha1Of(name + " has a long password");
        return features.accounts()
                .create(new NewAccount(name, null, password, false, CreationOrigin.OPERATOR, Profile.EMPTY, choices))
                .account();
    }

    void has(SourceItem... items) {
        new CatalogImport(database, clock, features.catalog()).apply(List.of(items));
    }

    static MovieItem batmanByTmdb() {
        return new MovieItem(
                new Ids(null, null, 272L, null, null), "Batman Begins", 2005, MovieFacts.NONE, List.of(), null);
    }

    /// With a first season of this number of episodes.
    static ShowItem walkingDead(Ids ids, int episodes) {
        List<EpisodeItem> first = IntStream.rangeClosed(1, episodes)
                .mapToObj(number -> new EpisodeItem(number, Ids.NONE, EpisodeFacts.NONE))
                .toList();
        List<SeasonItem> seasons = List.of(new SeasonItem(1, Ids.NONE, null, first));
        return new ShowItem(ids, "The Walking Dead", 2010, ShowFacts.NONE, List.of(), seasons, null);
    }

    MovieId movie(MovieRef ref) {
        return Objects.requireNonNull(
                features.catalog().findOrCreateMovies(List.of(ref)).get(ref));
    }

    ShowId show(ShowRef ref) {
        return Objects.requireNonNull(
                features.catalog().findOrCreateShows(List.of(ref)).get(ref));
    }

    EpisodeId episode(ShowRef show, int season, int number) {
        EpisodeRef ref = new EpisodeRef(show, season, number, Ids.NONE);
        return Objects.requireNonNull(
                features.catalog().findOrCreateEpisodes(List.of(ref)).get(ref));
    }

    ProfileView profile(Account account) {
        return features.profileAccess().self(account);
    }

    boolean scrobble(Account account, MovieId movie) {
        return scrobble(account.id(), Watchable.of(movie), 9_000);
    }

    boolean scrobble(UserId user, Watchable item, int progress) {
        return features.scrobbles()
                .scrobble(user, new PlaybackReport(item, Duration.ofMinutes(100), null, progress, null));
    }

    /// Scrobbles at the specified time.
    boolean scrobbleAt(UserId user, MovieId movie, Instant then) {
        InstantSource at = InstantSource.fixed(then);
        ActivityStamps timeline = new ActivityStamps();
        PlayRecorder recorder = new PlayRecorder(timeline, new Watchlist(database, timeline, at));
        ExpiredCheckins expiredCheckins = new ExpiredCheckins(database, recorder, at);
        return new Scrobbles(database, recorder, expiredCheckins, at)
                .scrobble(user, new PlaybackReport(Watchable.of(movie), Duration.ofMinutes(100), null, 9_000, null));
    }

    int plays(Account account, MovieId movie) {
        var watched = features.plays().watched(profile(account), List.of(movie)).get(movie);
        return watched == null ? 0 : watched.plays();
    }

    Map<ActivityArea, Instant> stamps(Account account) {
        return features.lastActivities().of(profile(account)).byArea();
    }

    List<String> check() {
        return new Invariants(database).broken();
    }

    long count(String sql) {
        return database.read(tx -> tx.findFirst(sql, row -> row.getLong(1))).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
