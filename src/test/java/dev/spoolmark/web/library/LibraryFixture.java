package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.UserId;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A server with two users, of whom ann has signed in. It is noon of 24 June 2013 in UTC, 5 in the morning in the
/// time zone of the users, Los Angeles.
public final class LibraryFixture implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    /// Statements of a page at most.
    public static final int MAX_STATEMENTS = 12;

    public final MutableClock clock = new MutableClock();
    public final CountingDatabase database = new CountingDatabase(TestDatabases.open(Engine.SQLITE));
    public final TestServer server = TestServer.startOver(database, clock);
    public final Account ann = PageAccounts.create(server, "ann", null, PASSWORD);
    public final Account bob = PageAccounts.create(server, "bob", null, PASSWORD);
    public final PageClient browser = signIn("ann");

    /// Another browser in which this user has signed in.
    public PageClient signIn(String name) {
        PageClient client = new PageClient(server.port());
        client.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);
        return client;
    }

    /// Adds a show with a first season of episodes that aired a day after another from `first` on.
    public ShowId show(String title, int episodes, String first) {
        Instant start = Instant.parse(first);
        EpisodeItem[] items = IntStream.range(0, episodes)
                .mapToObj(n -> UserDataFixture.episode(
                        n + 1, start.plusSeconds(86_400L * n).toString()))
                .toArray(EpisodeItem[]::new);
        ShowFacts facts = new ShowFacts(
                null, null, ShowFacts.NONE.broadcast(), 45, null, null, ShowFacts.NONE.images(), List.of());
        SeasonItem season = UserDataFixture.season(1, items);
        ShowItem item = new ShowItem(Ids.NONE, title, 2010, facts, List.of(), List.of(season), null);
        new CatalogImport(database, clock, server.features().catalog()).apply(List.of(item));
        return server.features()
                .catalog()
                .findShowIds(List.of(CatalogFixture.showRef(title, 2010)))
                .values()
                .iterator()
                .next();
    }

    public MovieId movie(String title) {
        new CatalogImport(database, clock, server.features().catalog())
                .apply(List.of(CatalogFixture.movie(title, 1999, Ids.NONE)));
        return server.features()
                .catalog()
                .findMovieIds(List.of(CatalogFixture.movieRef(title, 1999)))
                .values()
                .iterator()
                .next();
    }

    public EpisodeId episode(ShowId show, int number) {
        return server.features()
                .catalog()
                .guide(show)
                .episode(1, number)
                .orElseThrow()
                .id();
    }

    public void watch(UserId user, ShowId show, int number, String at) {
        server.features()
                .plays()
                .seen(
                        user,
                        List.of(MarkedWatched.once(Watchable.of(episode(show, number), show), Instant.parse(at))),
                        null);
    }

    public void watch(UserId user, MovieId movie, String at) {
        server.features().plays().seen(user, List.of(MarkedWatched.once(Watchable.of(movie), Instant.parse(at))), null);
    }

    /// Sends a form with the token of the session but without its page.
    public PageClient post(String path, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "_csrf",
                browser.get("/lists").page().expectFirst("input[name=_csrf]").val());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return browser.post(path, values);
    }

    /// Opens a page and asserts that it needs few statements.
    public PageClient counted(String path) {
        browser.get(path);
        List<String> statements = database.statements(() -> browser.get(path));
        assertThat(browser.status()).as(path).isEqualTo(200);
        assertThat(statements).as(path).hasSizeLessThanOrEqualTo(MAX_STATEMENTS);
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
