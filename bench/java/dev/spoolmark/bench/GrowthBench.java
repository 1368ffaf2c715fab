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

    private static final int USERS = Integer.getInteger("bench.users", 1_000);
    private static final int WARM = 20;
    private static final int ROUNDS = 30;
    private static final double MAX_RATIO = 1.3;

    private final HttpClient client;
    private final Target alone;
    private final Target populated;

    private GrowthBench(HttpClient client, Target alone, Target populated) {
        this.client = client;
        this.alone = alone;
        this.populated = populated;
    }

    static void run() throws Exception {
        try (BenchServer alone = BenchServer.start();
                BenchServer populated = BenchServer.start();
                HttpClient client = HttpClient.newHttpClient()) {
            Target quiet = Target.of(alone);
            Target full = Target.of(populated);
            SampleUsers.gather(populated.database(), 0, USERS);
            System.out.printf(
                    "%-28s %,d plays of %,d users%n", "growth", SampleUsers.plays(populated.database()), USERS + 1);
            new GrowthBench(client, quiet, full).measure();
        }
    }

    private void measure() throws Exception {
        overHttp(
                "user/library/shows/watched",
                "Show 2",
                target -> target.read("/user/library/shows/watched", "/person"));
        overHttp("user/progress/watched", "Show 2", target -> target.read("/user/progress/watched", "/person"));
        overHttp("user/lastactivity", "scrobble", target -> target.read("/user/lastactivity", "/person"));
        overHttp("user/profile", "person", target -> target.read("/user/profile", "/person"));
        overHttp("show/summary", "Show", Target::summary);
        overHttp("movies/trending", "[", target -> target.read("/movies/trending", ""));
        overHttp("movie/scrobble", "success", Target::scrobbled);
        compare("trending, not remembered", Target::trending);
    }

    private void overHttp(String name, String within, RequestFactory factory) throws Exception {
        compare(name, target -> {
            String response =
                    client.send(factory.to(target), BodyHandlers.ofString()).body();
            if (!response.contains(within)) {
                throw new IOException(name + " returned " + response.substring(0, Math.min(200, response.length())));
            }
        });
    }

    private void compare(String name, Action action) throws Exception {
        List<Double> quiet = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            double first = milliseconds(action, alone);
            double second = milliseconds(action, populated);
            if (round >= 0) {
                quiet.add(first);
                full.add(second);
            }
        }
        double ratio = PairedComparison.median(full) / PairedComparison.median(quiet);
        System.out.printf(
                "%-28s alone %8.2f ms   crowded %8.2f ms   ratio %.2f   expected <= %.1f   %s%n",
                name,
                PairedComparison.median(quiet),
                PairedComparison.median(full),
                ratio,
                MAX_RATIO,
                ratio <= MAX_RATIO ? "ok" : "MISSED");
    }

    private static double milliseconds(Action action, Target target) throws Exception {
        long began = System.nanoTime();
        action.at(target);
        return (System.nanoTime() - began) / 1e6;
    }

    @FunctionalInterface
    private interface RequestFactory {

        HttpRequest to(Target target);
    }

    @FunctionalInterface
    private interface Action {

        void at(Target target) throws Exception;
    }

    /// One of the two servers, with the measured user.
    private record Target(BenchServer server, long userId, AtomicInteger movie) {

        static Target of(BenchServer server) {
            SampleUsers.catalogue(server);
            Account account = server.account("person");
            SampleUsers.watch(server.database(), account.id());
            int unseen = account.id().value() % 4 == 0 ? 1 : 4; // movies of another year than this person's
            return new Target(server, account.id().value(), new AtomicInteger(unseen));
        }

        HttpRequest read(String method, String rest) {
            return post(method + ".json/" + BenchServer.KEY + rest, "");
        }

        /// A show that the user has watched.
        HttpRequest summary() {
            return read("/show/summary", "/" + (1_000_002L - userId % 2));
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
