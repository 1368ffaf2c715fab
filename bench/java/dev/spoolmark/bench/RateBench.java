package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// `rate/episodes` with 100 episodes per request, signed in and durable, compared with the rate at which the
/// writer queue of the database commits the same batches of 100 rows.
final class RateBench {

    private static final int CONNECTIONS = 64;
    private static final int EPISODES = 100;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final double TARGET = 0.5;

    private RateBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            List<EpisodeRef> refs = server.episodes(4, EPISODES / 4);
            List<Account> accounts = new ArrayList<>();
            for (int n = 0; n < CONNECTIONS; n++) {
                Account account = server.account("person" + n);
                server.features()
                        .authenticator()
                        .verify(account.name(), BenchServer.PASSWORD, InetAddress.getLoopbackAddress());
                accounts.add(account);
            }
            Load load = new Load(
                    server.port(),
                    CONNECTIONS,
                    n -> Load.post("/rate/episodes/" + BenchServer.KEY, body(accounts.get(n), refs, n % 10 + 1)));
            Map<EpisodeRef, EpisodeId> ids = server.features().catalog().findOrCreateEpisodes(refs);
            List<Long> items = refs.stream().map(ids::get).map(EpisodeId::value).toList();
            PairedComparison.print(
                    "rate/episodes, 100 a call", TARGET, () -> store(server, accounts, items), () -> load.run(ROUND));
        }
    }

    /// The same rows and statement, without HTTP, sign-in, matching and activity stamps.
    private static double store(BenchServer server, List<Account> accounts, List<Long> items)
            throws InterruptedException {
        AtomicLong batches = new AtomicLong();
        long began = System.nanoTime();
        long until = began + ROUND.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (Account account : accounts) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    server.database().write(tx -> {
                        tx.updateAll(
                                """
                                INSERT INTO rating (user_id, kind, item_id, score, rated_at)
                                VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (user_id, kind, item_id)
                                DO UPDATE SET score = excluded.score, rated_at = excluded.rated_at
                                """,
                                items.stream()
                                        .map(item -> new Object[] {account.id().value(), 4, item, 7, began})
                                        .toList());
                        return true;
                    });
                    batches.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return batches.get() / ((System.nanoTime() - began) / 1e9);
    }

    private static String body(Account account, List<EpisodeRef> refs, int rating) {
        String episodes = refs.stream()
                .map(ref -> "{\"tvdb_id\":%d,\"title\":\"%s\",\"year\":2000,\"season\":1,\"episode\":%d,\"rating\":%d}"
                        .formatted(ref.show().ids().tvdb(), ref.show().title(), ref.number(), rating))
                .collect(Collectors.joining(","));
        return "{\"username\":\"%s\",\"password\":\"%s\",\"episodes\":[%s]}"
                .formatted(account.name(), BenchServer.PASSWORD, episodes);
    }
}
