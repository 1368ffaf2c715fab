package dev.spoolmark.app;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CheapHash;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Origin;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.CatalogLoad;
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
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.scrobble.DueCheckins;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Every feature over an empty store of either engine, with *Batman Begins*, which the catalogue knows by its TMDB id
/// and
/// a client by its IMDB id, and *The Walking Dead*, known by its IMDB id and named by its TVDB id.
final class MergeWorld implements AutoCloseable {

    static final MovieRef BY_IMDB = new MovieRef("tt0372784", null, null, null);
    static final MovieRef BY_TMDB = new MovieRef(null, 272L, null, null);
    static final MovieItem BATMAN = new MovieItem(
            new Ids("tt0372784", null, 272L, null, null), "Batman Begins", 2005, MovieFacts.NONE, List.of(), null);

    static final ShowRef SHOW_BY_TVDB = new ShowRef(153_021L, null, null, null);
    static final ShowRef SHOW_BY_IMDB = new ShowRef(null, "tt1520211", null, null);

    final TestClock clock = new TestClock();
    final Database database;
    final Features features;
    final Account ann;
    final Account bob;

    MergeWorld(Engine engine) {
        database = TestDatabases.open(engine);
        Configuration configuration = Configuration.of(Configuration.given(
                TestDatabases.folder(), Map.of("SPOOLMARK_DEFAULT_PRIVACY", "public"), Given.nothing()));
        features = Features.over(database, configuration, clock, CheapHash.hash());
        ann = person("ann");
        bob = person("bob");
    }

    Account person(String name) {
        NewAccount.Choices choices = new NewAccount.Choices(Instant.EPOCH, false, null, true);
        Secret password = Secret.sha1Of(name + " has a long password");
        return features.accounts()
                .create(new NewAccount(name, null, password, false, Origin.OPERATOR, Profile.EMPTY, choices))
                .account();
    }

    void has(CatalogItem... items) {
        new CatalogLoad(database, clock, features.catalog()).apply(List.of(items));
    }

    static MovieItem batmanByTmdb() {
        return new MovieItem(
                new Ids(null, null, 272L, null, null), "Batman Begins", 2005, MovieFacts.NONE, List.of(), null);
    }

    /// With a first season of that many episodes.
    static ShowItem walkingDead(Ids ids, int episodes) {
        List<EpisodeItem> first = IntStream.rangeClosed(1, episodes)
                .mapToObj(number -> new EpisodeItem(number, Ids.NONE, EpisodeFacts.NONE))
                .toList();
        List<SeasonItem> seasons = List.of(new SeasonItem(1, Ids.NONE, null, first));
        return new ShowItem(ids, "The Walking Dead", 2010, ShowFacts.NONE, List.of(), seasons, null);
    }

    MovieId movie(MovieRef ref) {
        return Objects.requireNonNull(
                features.catalog().keepMovies(List.of(ref)).get(ref));
    }

    ShowId show(ShowRef ref) {
        return Objects.requireNonNull(features.catalog().keepShows(List.of(ref)).get(ref));
    }

    EpisodeId episode(ShowRef show, int season, int number) {
        EpisodeRef ref = new EpisodeRef(show, season, number, Ids.NONE);
        return Objects.requireNonNull(
                features.catalog().keepEpisodes(List.of(ref)).get(ref));
    }

    Sight sight(Account person) {
        return features.gate().own(person);
    }

    boolean scrobble(Account person, MovieId movie) {
        return scrobble(person.id(), Watchable.of(movie), 9_000);
    }

    boolean scrobble(UserId person, Watchable item, int progress) {
        return features.scrobbles().scrobble(person, new Playback(item, Duration.ofMinutes(100), null, progress, null));
    }

    /// As if it were then.
    boolean scrobbleAt(UserId person, MovieId movie, Instant then) {
        InstantSource at = InstantSource.fixed(then);
        Timeline timeline = new Timeline();
        PlayRecorder recorder = new PlayRecorder(timeline, new Watchlist(database, timeline, at));
        DueCheckins due = new DueCheckins(database, recorder, at);
        return new Scrobbles(database, recorder, due, at)
                .scrobble(person, new Playback(Watchable.of(movie), Duration.ofMinutes(100), null, 9_000, null));
    }

    int plays(Account person, MovieId movie) {
        var watched = features.plays().watched(sight(person), List.of(movie)).get(movie);
        return watched == null ? 0 : watched.plays();
    }

    Map<String, Instant> stamps(Account person) {
        return features.lastActivities().of(sight(person)).byArea();
    }

    List<String> check() {
        return new Invariants(database).broken();
    }

    long count(String sql) {
        return database.read(tx -> tx.first(sql, row -> row.number(1))).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
