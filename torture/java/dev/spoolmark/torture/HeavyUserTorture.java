package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Measures the response times of other users while one user with a million plays uses the server. Compares with a
/// server where that user has a library of the same size with one play per item. Requests alternate between the
/// two.
final class HeavyUserTorture {

    private static final int MOVIES = 10_000;

    /// The limit is a million plays; some remain for plays during the test.
    private static final int PLAYS_EACH = 99;

    private static final int ROUNDS = 7;
    private static final int REQUESTS = 2_000;
    private static final double MAX_RATIO = 1.2;

    private HeavyUserTorture() {}

    static Outcome run() throws IOException {
        return run(PLAYS_EACH, ROUNDS, REQUESTS, true);
    }

    /// @param alone whether nothing else runs on the machine, so that times are checked; responses always are
    static Outcome run(int playsEach, int rounds, int requests, boolean alone) throws IOException {
        ServerFixture light = ServerFixture.of(Engine.SQLITE, TestDatabases.folder(), Writers.USERS);
        ServerFixture heavy = ServerFixture.of(Engine.SQLITE, TestDatabases.folder(), Writers.USERS);
        fill(light, 1);
        fill(heavy, playsEach);
        List<Double> ratios = new ArrayList<>();
        List<Double> lightMillis = new ArrayList<>();
        List<Double> heavyMillis = new ArrayList<>();
        try (ServerNode without = ServerNode.start(light);
                ServerNode with = ServerNode.start(heavy)) {
            Writers.prepare(without.port());
            Writers.prepare(with.port());
            for (int round = 0; round <= rounds; round++) {
                double a = p99(without.port(), round, requests);
                double b = p99(with.port(), round, requests);
                if (round > 0) { // the first one warms up
                    lightMillis.add(a);
                    heavyMillis.add(b);
                    ratios.add(b / a);
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plays of one user", MOVIES * playsEach);
        figures.put("ms of 99 of 100 without", rounded(median(lightMillis)));
        figures.put("ms with", rounded(median(heavyMillis)));
        figures.put("times as long", rounded(median(ratios)));
        return new Outcome(
                "a user with very many plays",
                figures,
                List.of(),
                !alone || median(ratios) <= MAX_RATIO ? List.of() : List.of("the others wait longer"));
    }

    /// Gives the first user this number of plays of each movie.
    private static void fill(ServerFixture fixture, int plays) {
        try (Database database = fixture.open()) {
            database.write(tx -> tx.update("""
                    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
                    INSERT INTO movie (movie_id, slug, title, title_key, year, provisional, updated_at, revision)
                    SELECT 900000000 + n, 'old-' || n, 'Old ' || n, 'old ' || n, 1950, false, 0, 0 FROM n""", MOVIES));
            database.write(tx -> tx.update("""
                    INSERT INTO slug (kind, slug, item_id) SELECT 1, slug, movie_id FROM movie
                    WHERE movie_id > 900000000"""));
            database.write(tx -> tx.update("""
                    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    SELECT a.user_id, 900000000 + n.n * 10000 + m.movie_id - 900000000, 1, m.movie_id, 0,
                           1400000000000 + n.n * 86400000 + m.movie_id - 900000000, 0, 1, 1400000000000
                    FROM n, movie m, account a WHERE m.movie_id > 900000000 AND a.name = 'person0'""", plays));
            database.write(tx -> tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    SELECT user_id, kind, item_id, 0, count(*), min(watched_at), max(watched_at) FROM play
                    GROUP BY user_id, kind, item_id"""));
        }
    }

    /// The 99th percentile of the response times of the other users while the first user sends requests.
    private static double p99(int port, int round, int requests) throws IOException {
        long[] nanos = new long[requests];
        WriteLedger numbers = new WriteLedger();
        PipelinedConnection connection = new PipelinedConnection(port);
        try (Heavy _ = new Heavy(port, round)) {
            for (int n = 0; n < requests; n++) {
                int user = 1 + n % (Writers.USERS - 1);
                String name = PipelinedConnection.KEY + "/" + RecordedWrite.userNameOf(user);
                long began = System.nanoTime();
                PipelinedConnection.Response response = switch (n % 5) {
                    case 0 -> write(connection, numbers, RecordedWrite.Kind.SCROBBLE, user, round);
                    case 1 -> write(connection, numbers, RecordedWrite.Kind.RATE, user, round);
                    case 2 -> connection.get("/user/library/movies/watched.json/" + name);
                    case 3 -> connection.get("/user/profile.json/" + name);
                    default -> connection.get("/movie/summary.json/" + PipelinedConnection.KEY + "/old-" + (1 + n));
                };
                nanos[n] = System.nanoTime() - began;
                if (!response.isSuccess()) {
                    throw new IOException("got " + response);
                }
                connection = connection.orNext(response);
            }
        } finally {
            connection.close();
        }
        Arrays.sort(nanos);
        return nanos[requests * 99 / 100] / 1e6;
    }

    private static PipelinedConnection.Response write(
            PipelinedConnection connection, WriteLedger numbers, RecordedWrite.Kind kind, int user, int round)
            throws IOException {
        return connection.post(
                kind.method(), recordedWrite(numbers, kind, user, round).body());
    }

    /// The user with a million plays, in a separate thread: sends a play, reads activity stamps and profile, and
    /// sometimes the whole library, with short pauses.
    private static final class Heavy implements AutoCloseable {

        private static final long PAUSE_MILLIS = 20;
        private static final int USER = 0;
        private static final int EACH_LIBRARY = 20;

        private final AtomicBoolean over = new AtomicBoolean();
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<Integer> going;

        Heavy(int port, int round) {
            going = thread.submit(() -> go(port, round));
        }

        private int go(int port, int round) throws IOException, InterruptedException {
            WriteLedger numbers = new WriteLedger();
            String name = PipelinedConnection.KEY + "/" + RecordedWrite.userNameOf(USER);
            int requests = 0;
            PipelinedConnection connection = new PipelinedConnection(port);
            try {
                while (!over.get()) {
                    PipelinedConnection.Response response = switch (requests % EACH_LIBRARY) {
                        case 0 -> connection.get("/user/library/movies/watched.json/" + name);
                        case 1 -> connection.get("/user/profile.json/" + name);
                        case 2 -> connection.get("/user/lastactivity.json/" + name);
                        default -> write(connection, numbers, RecordedWrite.Kind.SCROBBLE, USER, round);
                    };
                    if (!response.isSuccess()) {
                        throw new IOException("the first user got " + response);
                    }
                    requests++;
                    connection = connection.orNext(response);
                    Thread.sleep(PAUSE_MILLIS);
                }
            } finally {
                connection.close();
            }
            return requests;
        }

        /// Throws the failure of the thread of the first user.
        @Override
        public void close() throws IOException {
            over.set(true);
            try (thread) {
                if (going.get() == 0) {
                    throw new IOException("the first user sent no request");
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException("the first user could not go on", e);
            }
        }
    }

    private static RecordedWrite recordedWrite(WriteLedger numbers, RecordedWrite.Kind kind, int user, int round) {
        RecordedWrite next = numbers.next(kind, user);
        return new RecordedWrite(kind, user, next.number() + 100_000L * (1 + round));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
