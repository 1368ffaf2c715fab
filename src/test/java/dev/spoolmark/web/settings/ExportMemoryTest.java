package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.web.PageClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Exports of a long history by a server with the heap of the launcher.
class ExportMemoryTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int SHOWS = 50;
    private static final int EPISODES = 100;
    private static final int TIMES = 4;
    private static final int USERS = 3;
    private static final int MANY_EPISODES = 200_000;

    private final Path data = TestDatabases.folder();

    /// 20,000 plays of 5,000 episodes for each user.
    private void fill() {
        InstantSource clock = InstantSource.system();
        try (Database database = DatabaseFactory.sqlite(data.resolve("spoolmark.db"))) {
            Features features =
                    Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
            List<MarkedWatched> plays = new ArrayList<>();
            for (int n = 0; n < SHOWS; n++) {
                plays.addAll(plays(features, database, clock, n));
            }
            for (int user = 0; user < USERS; user++) {
                Account account = features.accounts()
                        .create(new NewAccount(
                                "ann" + user, null, Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR))
                        .account();
                features.plays().seen(account.id(), plays, null);
            }
            features.metadataSources().close();
        }
    }

    private static List<MarkedWatched> plays(Features features, Database database, InstantSource clock, int number) {
        ShowRef ref = new ShowRef(Ids.ofTvdb(1_000 + number), null, null);
        EpisodeItem[] episodes = IntStream.rangeClosed(1, EPISODES)
                .mapToObj(n -> UserDataFixture.episode(n, null))
                .toArray(EpisodeItem[]::new);
        SeasonItem season = UserDataFixture.season(1, episodes);
        ShowItem show =
                new ShowItem(ref.ids(), "Show " + number, 2010, ShowFacts.NONE, List.of(), List.of(season), null);
        new CatalogImport(database, clock, features.catalog()).apply(List.of(show));
        ShowGuide guide = features.catalog()
                .guide(features.catalog().findShow(ref).orElseThrow().id());
        Instant now = clock.instant();
        List<MarkedWatched> plays = new ArrayList<>();
        for (EpisodeSummary episode : guide.episodes()) {
            plays.add(new MarkedWatched(
                    Watchable.of(episode.id(), guide.show().id()), now.minusSeconds(plays.size()), TIMES));
        }
        return plays;
    }

    /// One show, of which the user has watched and collected 200,000 episodes, as a client may report them.
    private void fillOneShow() {
        InstantSource clock = InstantSource.system();
        try (Database database = DatabaseFactory.sqlite(data.resolve("spoolmark.db"))) {
            Features features =
                    Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
            plays(features, database, clock, 0);
            long show = features.catalog()
                    .findShow(new ShowRef(Ids.ofTvdb(1_000), null, null))
                    .orElseThrow()
                    .id()
                    .value();
            long user = features.accounts()
                    .create(new NewAccount("ann0", null, Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR))
                    .account()
                    .id()
                    .value();
            database.write(tx -> {
                tx.update("""
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        INSERT INTO episode (episode_id, show_id, season, number, provisional, updated_at, revision)
                        SELECT 1000000 + i, ?, 2 + i / 1000, i % 1000, TRUE, 1, 1 FROM n
                        """, MANY_EPISODES, show);
                tx.update("""
                        INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                        SELECT ?, ?, episode_id, show_id, 1, 1, 1 FROM episode WHERE season > 1
                        """, user, Kind.EPISODE.number());
                return tx.update("""
                        INSERT INTO collected (user_id, kind, item_id, show_id, collected_at)
                        SELECT user_id, kind, item_id, show_id, 1 FROM watched
                        """);
            });
            features.metadataSources().close();
        }
    }

    private static long export(int port, int user) {
        try (PageClient browser = new PageClient(port)) {
            browser.get("/signin?next=/settings/data").submit("Sign in", "name", "ann" + user, "password", PASSWORD);
            browser.submit("Download the export");
            assertThat(browser.status()).isEqualTo(200);
            return Long.parseLong(browser.header("Content-Length").orElseThrow());
        }
    }

    @Test
    void exportsOfTwentyThousandPlaysAtOnceFitIntoTheHeap() throws Exception {
        fill();
        try (ServerProcess server = ServerProcess.start(data, Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"));
                ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
            List<Future<Long>> lengths = IntStream.range(0, USERS)
                    .mapToObj(user -> threads.submit(() -> export(server.port(), user)))
                    .toList();
            for (Future<Long> length : lengths) {
                assertThat(length.get()).isGreaterThan(100_000);
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(server.peakMemoryMib()).isLessThan(ServerProcess.MEMORY_LIMIT_MIB);
        }
    }

    @Test
    void aShowOfTwoHundredThousandEpisodesFitsIntoTheHeap() throws Exception {
        fillOneShow();
        try (ServerProcess server = ServerProcess.start(data, Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"))) {
            assertThat(export(server.port(), 0)).isGreaterThan(100_000);

            assertThat(server.isAlive()).isTrue();
            assertThat(server.peakMemoryMib()).isLessThan(ServerProcess.MEMORY_LIMIT_MIB);
        }
    }
}
