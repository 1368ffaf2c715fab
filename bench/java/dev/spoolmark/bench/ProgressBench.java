package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// `user/progress/watched` of a user who started 300 shows of 40 episodes: without writes, and just after a write,
/// when the database reads its pages again.
final class ProgressBench {

    private static final int SHOWS = 300;
    private static final int SEASONS = 4;
    private static final int EPISODES = 10;
    private static final double TARGET = 60;

    private ProgressBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            fill(server);
            Account account = server.account("person");
            markHalfWatched(server, account);
            HttpRequest request = request(server);
            try (HttpClient client = HttpClient.newHttpClient()) {
                IntStream.range(0, 40).forEach(n -> milliseconds(client, request));
                print("progress, 300 shows", median(client, request, () -> {}));
                print("progress, after a write", median(client, request, () -> write(server)));
            }
        }
    }

    /// Signed in, since the profile of a new account is not public.
    private static HttpRequest request(BenchServer server) {
        String body = "{\"username\":\"person\",\"password\":\"%s\"}".formatted(BenchServer.PASSWORD);
        String path = "/user/progress/watched.json/" + BenchServer.KEY + "/person";
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static double median(HttpClient client, HttpRequest request, Runnable before) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            before.run();
            times.add(milliseconds(client, request));
        }
        return PairedComparison.median(times);
    }

    private static double milliseconds(HttpClient client, HttpRequest request) {
        long began = System.nanoTime();
        try {
            String response = client.send(request, BodyHandlers.ofString()).body();
            if (!response.contains("Show " + SHOWS)) {
                throw new IllegalStateException("the answer lacks shows: " + response.substring(0, 100));
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void print(String name, double milliseconds) {
        System.out.printf(
                "%-28s %12.0f ms  expected <= %.0f   %s%n",
                name, milliseconds, TARGET, milliseconds <= TARGET ? "ok" : "MISSED");
    }

    private static void fill(BenchServer server) {
        List<SourceItem> shows =
                IntStream.rangeClosed(1, SHOWS).mapToObj(ProgressBench::show).toList();
        load(server).apply(shows);
    }

    private static void write(BenchServer server) {
        load(server).apply(List.of(show(SHOWS + 1)));
    }

    private static CatalogImport load(BenchServer server) {
        return new CatalogImport(
                server.database(), server.features().clock(), server.features().catalog());
    }

    private static SourceItem show(int number) {
        List<SeasonItem> seasons = IntStream.rangeClosed(1, SEASONS)
                .mapToObj(season -> new SeasonItem(season, Ids.NONE, null, episodes(number, season)))
                .toList();
        Ids ids = new Ids(null, 1_000_000L + number, null, null, null);
        return new ShowItem(ids, "Show " + number, 2000, ShowFacts.NONE, List.of(), seasons, null);
    }

    private static List<EpisodeItem> episodes(int show, int season) {
        return IntStream.rangeClosed(1, EPISODES)
                .mapToObj(number -> new EpisodeItem(
                        number,
                        new Ids(null, 100_000_000L + show * 1_000L + season * 100L + number, null, null, null),
                        new EpisodeFacts(
                                "The Title of Episode " + number,
                                null,
                                null,
                                Instant.ofEpochSecond(1_000_000_000L + 604_800L * number),
                                null,
                                null)))
                .toList();
    }

    /// Marks the first half of every season as watched.
    private static void markHalfWatched(BenchServer server, Account account) {
        server.database().write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    SELECT ?, episode_id, 4, episode_id, show_id, airs_at, 0, 1, airs_at
                    FROM episode WHERE number <= 5
                    """, account.id().value());
            return tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    SELECT ?, 4, episode_id, show_id, 1, airs_at, airs_at FROM episode WHERE number <= 5
                    """, account.id().value());
        });
    }
}
