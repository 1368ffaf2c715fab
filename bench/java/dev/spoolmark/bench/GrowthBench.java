package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.stats.Trending;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Compares a user with 5,000 plays on an otherwise empty server with the same user among a thousand users with
/// five million plays. Requests alternate between the two servers.
final class GrowthBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 1_000);
    private static final int WARM = 20;
    private static final int ROUNDS = 30;
    private static final double WANTED = 1.3;

    private final HttpClient client;
    private final Place alone;
    private final Place crowded;

    private GrowthBench(HttpClient client, Place alone, Place crowded) {
        this.client = client;
        this.alone = alone;
        this.crowded = crowded;
    }

    static void run() throws Exception {
        try (BenchServer alone = BenchServer.start();
                BenchServer crowded = BenchServer.start();
                HttpClient client = HttpClient.newHttpClient()) {
            Place quiet = Place.of(alone);
            Place full = Place.of(crowded);
            SampleUsers.gather(crowded.database(), 0, PEOPLE);
            System.out.printf(
                    "%-28s %,d plays of %,d people%n", "growth", SampleUsers.plays(crowded.database()), PEOPLE + 1);
            new GrowthBench(client, quiet, full).measure();
        }
    }

    private void measure() throws Exception {
        overHttp(
                "user/library/shows/watched", "Show 2", place -> place.asked("/user/library/shows/watched", "/person"));
        overHttp("user/progress/watched", "Show 2", place -> place.asked("/user/progress/watched", "/person"));
        overHttp("user/lastactivity", "scrobble", place -> place.asked("/user/lastactivity", "/person"));
        overHttp("user/profile", "person", place -> place.asked("/user/profile", "/person"));
        overHttp("show/summary", "Show", Place::summary);
        overHttp("movies/trending", "[", place -> place.asked("/movies/trending", ""));
        overHttp("movie/scrobble", "success", Place::scrobbled);
        compare("trending, not remembered", Place::trending);
    }

    private void overHttp(String name, String within, Question question) throws Exception {
        compare(name, place -> {
            String response =
                    client.send(question.to(place), BodyHandlers.ofString()).body();
            if (!response.contains(within)) {
                throw new IOException(name + " answers " + response.substring(0, Math.min(200, response.length())));
            }
        });
    }

    private void compare(String name, Deed deed) throws Exception {
        List<Double> quiet = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            double first = milliseconds(deed, alone);
            double second = milliseconds(deed, crowded);
            if (round >= 0) {
                quiet.add(first);
                full.add(second);
            }
        }
        double ratio = PairedComparison.median(full) / PairedComparison.median(quiet);
        System.out.printf(
                "%-28s alone %8.2f ms   crowded %8.2f ms   ratio %.2f   wanted <= %.1f   %s%n",
                name,
                PairedComparison.median(quiet),
                PairedComparison.median(full),
                ratio,
                WANTED,
                ratio <= WANTED ? "ok" : "MISSED");
    }

    private static double milliseconds(Deed deed, Place place) throws Exception {
        long began = System.nanoTime();
        deed.at(place);
        return (System.nanoTime() - began) / 1e6;
    }

    @FunctionalInterface
    private interface Question {

        HttpRequest to(Place place);
    }

    @FunctionalInterface
    private interface Deed {

        void at(Place place) throws Exception;
    }

    /// One of the two servers, with the measured user.
    private record Place(BenchServer server, long userId, AtomicInteger movie) {

        static Place of(BenchServer server) {
            SampleUsers.catalogue(server);
            Account account = server.account("person");
            SampleUsers.watch(server.database(), account.id());
            int unseen = account.id().value() % 4 == 0 ? 1 : 4; // movies of another year than this person's
            return new Place(server, account.id().value(), new AtomicInteger(unseen));
        }

        HttpRequest asked(String method, String rest) {
            return post(method + ".json/" + BenchServer.KEY + rest, "");
        }

        /// A show that the user has watched.
        HttpRequest summary() {
            return asked("/show/summary", "/" + (1_000_002L - userId % 2));
        }

        /// A different movie on each call.
        HttpRequest scrobbled() {
            String movie = ",\"tmdb_id\":%d,\"progress\":99".formatted(2_000_000L + movie().getAndAdd(4));
            return post("/movie/scrobble/" + BenchServer.KEY, movie);
        }

        void trending() {
            new Trending(server.database(), server.features().clock()).movies();
        }

        private HttpRequest post(String path, String more) {
            String body = "{\"username\":\"person\",\"password\":\"%s\"%s}".formatted(BenchServer.PASSWORD, more);
            return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .POST(BodyPublishers.ofString(body))
                    .build();
        }
    }
}
