package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/// The activity of 200 friends with a million plays and 40,000 ratings in total: as others see it, and with the
/// state of the requesting user.
final class FeedBench {

    private static final int FRIENDS = 200;
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1_000;
    private static final double TARGET_MILLIS = 30;

    private static final String BOTH_FOLLOW = """
            INSERT INTO %1$s (user_id, %2$s, state, since)
            SELECT ?, user_id, 2, 0 FROM account WHERE user_id <> ?
            UNION ALL
            SELECT user_id, ?, 2, 0 FROM account WHERE user_id <> ?
            """;

    /// A rating for every 25th play, one minute later.
    private static final String RATINGS = """
            INSERT INTO rating (user_id, kind, item_id, score, rated_at)
            SELECT user_id, kind, item_id, 1 + item_id % 10, last_at + 60000 FROM watched WHERE item_id % 25 = 0
            """;

    private FeedBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start();
                HttpClient client = HttpClient.newHttpClient()) {
            SampleUsers.catalogue(server);
            Account account = server.account("person");
            SampleUsers.watch(server.database(), account.id());
            SampleUsers.gather(server.database(), 0, FRIENDS);
            followEachOther(server.database(), account.id().value());
            System.out.printf("%-28s %,d plays%n", "feed", SampleUsers.plays(server.database()));
            measure(client, server, "friends");
            measure(client, server, "friendsme");
        }
    }

    private static void followEachOther(Database database, long user) {
        database.write(tx -> tx.update(BOTH_FOLLOW.formatted("follow_out", "target_id"), user, user, user, user));
        database.write(tx -> tx.update(BOTH_FOLLOW.formatted("follow_in", "source_id"), user, user, user, user));
        database.write(tx -> tx.update(RATINGS));
    }

    private static void measure(HttpClient client, BenchServer server, String scope) throws Exception {
        HttpRequest request = request(server, scope);
        measureMillis(client, request, WARM_UP);
        double[] millis = measureMillis(client, request, REQUESTS);
        Arrays.sort(millis);
        double slow = millis[millis.length * 99 / 100];
        System.out.printf(
                "%-28s p50 %.1f ms   p99 %.1f ms   expected <= %.0f ms   %s%n",
                "activity/" + scope,
                millis[millis.length / 2],
                slow,
                TARGET_MILLIS,
                slow <= TARGET_MILLIS ? "ok" : "MISSED");
    }

    private static double[] measureMillis(HttpClient client, HttpRequest request, int times)
            throws IOException, InterruptedException {
        double[] millis = new double[times];
        for (int at = 0; at < times; at++) {
            long began = System.nanoTime();
            String response = client.send(request, BodyHandlers.ofString()).body();
            millis[at] = (System.nanoTime() - began) / 1e6;
            if (response.split("\"timestamp\"", -1).length < 100) {
                throw new IllegalStateException("the answer is short: " + response.substring(0, 100));
            }
        }
        return millis;
    }

    private static HttpRequest request(BenchServer server, String scope) {
        String body = "{\"username\":\"person\",\"password\":\"%s\"}".formatted(BenchServer.PASSWORD);
        String path = "/activity/" + scope + ".json/" + BenchServer.KEY;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
