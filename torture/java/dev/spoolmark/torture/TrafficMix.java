package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The requests of players and scripts of many users in an evening. Of ten requests four store a new play, one
/// rates, and the others read watched items, an item, a profile and the last activity.
final class TrafficMix implements Supplier<TrafficMix.PreparedRequest> {

    static final int USERS = 100;

    private static final int MOVIES = 10_000;
    private static final int SEEN = 1_000;
    private static final int KINDS = 10;
    private static final int FIRST_MOVIE = 900_000_000;

    /// A shuffled order of kinds, the same each time.
    private final SplittableRandom chance = new SplittableRandom(1);

    private long requestCount;
    private long written;

    /// Creates the movies, so that no metadata source is queried.
    static void fill(Database database) {
        database.write(tx -> tx.update("""
                WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
                INSERT INTO movie (movie_id, slug, title, title_key, year, provisional, updated_at, revision)
                SELECT ? + n, 'evening-' || n, 'Evening ' || n, 'evening ' || n, 2001, false, 0, 0 FROM n""", MOVIES - 1, FIRST_MOVIE));
        database.write(tx -> tx.update("""
                INSERT INTO slug (kind, slug, item_id) SELECT 1, slug, movie_id FROM movie WHERE movie_id >= ?""", FIRST_MOVIE));
        database.write(tx -> tx.update("""
                INSERT INTO external_id (provider, kind, value, item_id, superseded)
                SELECT 'tmdb', 1, CAST(movie_id AS TEXT), movie_id, false FROM movie WHERE movie_id >= ?""", FIRST_MOVIE));
    }

    /// Signs in each user once and gives each a thousand seen movies.
    static void prepare(int port) throws IOException {
        try (PipelinedConnection connection = new PipelinedConnection(port)) {
            for (int user = 0; user < USERS; user++) {
                expect(connection.post(
                        "movie/seen",
                        RecordedWrite.signed(
                                user, "\"movies\":" + movies(first(user), SEEN, ",\"last_played\":1372000000"))));
            }
        }
    }

    private static int first(int user) {
        return user * 37 % (MOVIES - SEEN);
    }

    private static void expect(PipelinedConnection.Response response) {
        if (!response.isSuccess()) {
            throw new IllegalStateException("got " + response);
        }
    }

    private static String movies(int first, int count, String more) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> "{" + movie(n) + more + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String movie(int number) {
        return String.format(
                Locale.ROOT, "\"tmdb_id\":%d,\"title\":\"Evening %d\",\"year\":2001", FIRST_MOVIE + number, number);
    }

    /// A complete request, to be sent once.
    ///
    /// @param isWrite whether it is a write
    record PreparedRequest(ByteBuffer request, boolean isWrite) {}

    @Override
    public PreparedRequest get() {
        long n = requestCount++;
        int user = (int) (n % USERS);
        int movie = (int) (n * 7919 % MOVIES);
        String signed = RecordedWrite.signed(user);
        return switch (chance.nextInt(KINDS)) {
            case 0, 2, 5, 7 -> write(scrobble());
            case 3 -> write(post("rate/movie", RecordedWrite.signed(user, movie(movie) + ",\"rating\":7")));
            case 1 -> read(post("user/library/movies/watched.json", "/" + RecordedWrite.userNameOf(user), signed));
            case 4, 9 -> read(get("/movie/summary.json/" + PipelinedConnection.KEY + "/" + (FIRST_MOVIE + movie)));
            case 6 -> read(post("user/profile.json", "/" + RecordedWrite.userNameOf(user), signed));
            default -> read(post("user/lastactivity.json", "/" + RecordedWrite.userNameOf(user), signed));
        };
    }

    private static PreparedRequest write(ByteBuffer request) {
        return new PreparedRequest(request, true);
    }

    private static PreparedRequest read(ByteBuffer request) {
        return new PreparedRequest(request, false);
    }

    /// Repeats an item seen long before, so that the size of the library does not change.
    private ByteBuffer scrobble() {
        long n = written++;
        int user = (int) (n % USERS);
        int movie = first(user) + (int) (n / USERS % SEEN);
        return post("movie/scrobble", RecordedWrite.signed(user, movie(movie) + ",\"duration\":120,\"progress\":99"));
    }

    private static ByteBuffer post(String method, String body) {
        return post(method, "", body);
    }

    private static ByteBuffer post(String method, String more, String body) {
        return bytes("POST /" + method + "/" + PipelinedConnection.KEY + more
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static ByteBuffer get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private static ByteBuffer bytes(String request) {
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }
}
