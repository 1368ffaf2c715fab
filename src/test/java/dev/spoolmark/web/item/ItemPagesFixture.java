package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A server with the catalog of the tests and two users who have signed in.
final class ItemPagesFixture implements AutoCloseable {

    private static final Pattern OF_EVERY_PAGE = Pattern.compile(
            "session_token|FROM session |server_setting|catalog_revision|^SELECT (p\\.)?revision|^SELECT changed_at, user_id");

    static final String PASSWORD = "correct horse battery";

    final MutableClock clock = new MutableClock();
    final CountingDatabase database;
    final TestServer server;
    final PageClient ann;
    final PageClient bob;

    ItemPagesFixture(Engine engine) {
        database = new CountingDatabase(TestDatabases.open(engine));
        server = TestServer.startOver(database, clock);
        ann = signIn("ann");
        bob = signIn("bob");
    }

    private PageClient signIn(String name) {
        PageAccounts.create(server, name, name + "@example.org", PASSWORD);
        PageClient client = new PageClient(server.port());
        client.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);
        return client;
    }

    Account account(String name) {
        return server.features().accounts().get(name);
    }

    /// Adds a show. Episode `n` of a season airs `n` days after the first of its days.
    ///
    /// @param episodes the number of episodes of each season
    void show(String title, Instant first, int... episodes) {
        List<SeasonItem> seasons = new ArrayList<>();
        for (int season = 1; season <= episodes.length; season++) {
            Instant start = first.plusSeconds(86_400L * 100 * (season - 1));
            seasons.add(new SeasonItem(
                    season,
                    Ids.NONE,
                    null,
                    IntStream.rangeClosed(1, episodes[season - 1])
                            .mapToObj(number -> episode(number, start.plusSeconds(86_400L * number)))
                            .toList()));
        }
        ShowItem item = new ShowItem(Ids.NONE, title, 2010, ShowFacts.NONE, List.of(), seasons, null);
        new CatalogImport(server.database(), clock, server.features().catalog()).apply(List.of(item));
    }

    private static EpisodeItem episode(int number, Instant at) {
        return new EpisodeItem(
                number,
                Ids.NONE,
                new EpisodeFacts(
                        "Part " + number,
                        "What happens in " + number,
                        at.atOffset(ZoneOffset.UTC).toLocalDate(),
                        at,
                        45,
                        null));
    }

    /// The statements of a page, without those that every page has for the session and the settings of the server, and
    /// without those with which the search index catches up.
    List<String> statements(PageClient client, String path) {
        return database.statements(() -> client.get(path)).stream()
                .filter(sql -> !OF_EVERY_PAGE.matcher(sql).find())
                .toList();
    }

    @Override
    public void close() {
        ann.close();
        bob.close();
        server.close();
    }
}
