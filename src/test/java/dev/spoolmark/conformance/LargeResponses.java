package dev.spoolmark.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;

/// A server with a user whose library and ratings are larger than the heap, and a client that reads them.
/// [LargeResponsesTest] starts it in its own process with a small heap.
public final class LargeResponses {

    private static final int SHOWS = 300;
    private static final int EPISODES = 50;
    private static final int MOVIES = 50_000;
    private static final int ROWS_A_TRANSACTION = 250;
    private static final String LONG = "About three hundred letters that nobody reads.. ".repeat(8_000);
    private static final String SHORT = "A few words that nobody reads... ".repeat(60);

    private LargeResponses() {}

    static void main() throws Exception {
        try (TestServer server = TestServer.start(new TestClock())) {
            TestUsers users = new TestUsers(server.features());
            fill(server.database(), users.ann().account().id().value());
            for (String path : List.of(
                    "/user/library/shows/watched.json/" + V1Client.KEY + "/ann/true",
                    "/user/ratings/movies.json/" + V1Client.KEY + "/ann/all/full")) {
                System.out.println(path.substring(0, path.indexOf(".json")) + " "
                        + length("http://127.0.0.1:" + server.port() + path) + " of "
                        + Runtime.getRuntime().maxMemory());
            }
        }
    }

    /// Reads the response and returns its length; an incomplete one throws.
    private static long length(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IOException(
                        response + " " + new String(response.body().readAllBytes(), UTF_8));
            }
            InputStream body = response.body();
            byte[] piece = new byte[8_192];
            long length = 0;
            int last = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                length += read;
                last = read > 0 ? piece[read - 1] : last;
            }
            if (last != ']') {
                throw new IOException("the answer has no end");
            }
            return length;
        }
    }

    private static void fill(Database database, long userId) {
        insertInBatches(
                database,
                SHOWS,
                5,
                "INSERT INTO show (show_id, slug, title, title_key, overview, provisional,"
                        + " updated_at, revision) VALUES (?, ?, ?, ?, ?, FALSE, 0, 0)",
                number ->
                        new Object[] {1_000_000L + number, "large-" + number, "Large " + number, "large " + number, LONG
                        });
        insertInBatches(
                database,
                SHOWS * EPISODES,
                ROWS_A_TRANSACTION,
                "INSERT INTO episode (episode_id, show_id, season, number,"
                        + " provisional, updated_at, revision) VALUES (?, ?, 1, ?, FALSE, 0, 0)",
                number -> new Object[] {2_000_000L + number, 1_000_000L + number / EPISODES, number % EPISODES + 1});
        insertInBatches(
                database,
                SHOWS * EPISODES,
                ROWS_A_TRANSACTION,
                "INSERT INTO watched (user_id, kind, item_id, show_id," + " plays) VALUES (?, 4, ?, ?, 1)",
                number -> new Object[] {userId, 2_000_000L + number, 1_000_000L + number / EPISODES});
        insertInBatches(
                database,
                MOVIES,
                ROWS_A_TRANSACTION,
                "INSERT INTO movie (movie_id, slug, title, title_key, overview,"
                        + " provisional, updated_at, revision) VALUES (?, ?, ?, ?, ?, FALSE, 0, 0)",
                number -> new Object[] {3_000_000L + number, "long-" + number, "Long " + number, "long " + number, SHORT
                });
        insertInBatches(
                database,
                MOVIES,
                ROWS_A_TRANSACTION,
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at)" + " VALUES (?, 1, ?, 9, ?)",
                number -> new Object[] {userId, 3_000_000L + number, number});
    }

    private static void insertInBatches(
            Database database, int rows, int step, String sql, java.util.function.IntFunction<Object[]> row) {
        for (int from = 0; from < rows; from += step) {
            List<Object[]> batch = IntStream.range(from, Math.min(from + step, rows))
                    .mapToObj(row)
                    .toList();
            database.write(tx -> {
                tx.updateAll(sql, batch);
                return true;
            });
        }
    }
}
