package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.PlayReport;
import dev.spoolmark.history.Watchable;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// `show/scrobble` and `movie/scrobble`, signed in and durable, compared with the rate at which the writer queue
/// of the database stores the same plays. Every connection uses another user, and every request is a new play.
final class ScrobbleBench {

    private static final int CONNECTIONS = 64;
    private static final int SHOWS = 200;
    private static final int EPISODES = 100;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final double TARGET = 0.4;

    private final BenchServer server;
    private final List<Account> accounts = new ArrayList<>();
    private final PlayRecorder recorder;

    private ScrobbleBench(BenchServer server) {
        this.server = server;
        this.recorder = new PlayRecorder(new ActivityStamps(), server.features().watchlist());
        for (int n = 0; n < CONNECTIONS; n++) {
            Account account = server.account("person" + n);
            server.features()
                    .authenticator()
                    .verify(account.name(), BenchServer.PASSWORD, InetAddress.getLoopbackAddress());
            accounts.add(account);
        }
    }

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            ScrobbleBench bench = new ScrobbleBench(server);
            bench.episodes();
            bench.movies();
        }
    }

    private void episodes() throws Exception {
        List<EpisodeRef> refs = server.episodes(SHOWS, EPISODES);
        List<Watchable> items = server
                .features()
                .catalog()
                .episodes(server.features().catalog().findEpisodeIds(refs).values())
                .values()
                .stream()
                .map(ScrobbleBench::watchable)
                .toList();
        measure("show/scrobble", items, at -> body(refs.get(at)));
    }

    private void movies() throws Exception {
        List<MovieRef> refs = IntStream.range(0, SHOWS * EPISODES)
                .mapToObj(n -> new MovieRef(Ids.ofTmdb(2_000_000L + n), "Movie " + n, 2000))
                .toList();
        List<Watchable> items = server.features().catalog().findOrCreateMovies(refs).values().stream()
                .map(Watchable::of)
                .toList();
        measure("movie/scrobble", items, at -> body(refs.get(at)));
    }

    private void measure(String method, List<Watchable> items, IntFunction<String> body) throws Exception {
        List<AtomicInteger> next = counters();
        List<AtomicInteger> nextOfStore = counters();
        Load load = Load.changing(
                server.port(),
                CONNECTIONS,
                n -> () -> Load.post(
                        "/" + method + "/" + BenchServer.KEY,
                        signed(accounts.get(n), body.apply(next.get(n).getAndIncrement()))));
        PairedComparison.print(method, TARGET, () -> store(items, nextOfStore), () -> load.run(ROUND));
    }

    /// The same plays for other users, without HTTP, sign-in and matching.
    private double store(List<Watchable> items, List<AtomicInteger> next) throws InterruptedException {
        AtomicLong plays = new AtomicLong();
        long began = System.nanoTime();
        long until = began + ROUND.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < CONNECTIONS; n++) {
            UserId user = new UserId(1_000_000_000L + n);
            AtomicInteger at = next.get(n);
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    store(user, items.get(at.getAndIncrement()));
                    plays.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return plays.get() / ((System.nanoTime() - began) / 1e9);
    }

    private void store(UserId user, Watchable item) {
        Instant now = Instant.now();
        PlayReport viewing = new PlayReport(item, PlayAction.SCROBBLE, now, now, null, null, 9_900);
        if (!server.database().write(tx -> recorder.record(tx, user, viewing, now))) {
            throw new IllegalStateException("the play is not new");
        }
    }

    private static List<AtomicInteger> counters() {
        return IntStream.range(0, CONNECTIONS)
                .mapToObj(n -> new AtomicInteger())
                .toList();
    }

    private static Watchable watchable(Episode episode) {
        return Watchable.of(episode.id(), episode.show());
    }

    private static String signed(Account account, String body) {
        return "{\"username\":\"%s\",\"password\":\"%s\",\"duration\":45,\"progress\":99,%s}"
                .formatted(account.name(), BenchServer.PASSWORD, body);
    }

    private static String body(EpisodeRef ref) {
        return "\"tvdb_id\":%d,\"title\":\"%s\",\"year\":2000,\"season\":1,\"episode\":%d"
                .formatted(ref.show().ids().tvdb(), ref.show().title(), ref.number());
    }

    private static String body(MovieRef ref) {
        return "\"tmdb_id\":%d,\"title\":\"%s\",\"year\":2000"
                .formatted(ref.ids().tmdb(), ref.title());
    }
}
