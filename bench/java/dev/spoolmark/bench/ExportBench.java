package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.db.Database;
import dev.spoolmark.transfer.ExportProgress;
import dev.spoolmark.transfer.UserExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;

/// The export of a user with 200,000 plays of 50,000 episodes.
final class ExportBench {

    private static final int SHOWS = 500;
    private static final int EACH = 100;
    private static final int TIMES = 4;
    private static final int PLAYS = SHOWS * EACH * TIMES;
    private static final int ROUNDS = 5;
    private static final double WANTED = 50_000;

    private ExportBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            Account account = server.account("watcher");
            watch(server, account);
            UserExport export = server.features().userExport();
            aSecond(export, account);
            List<Double> rates = new ArrayList<>();
            for (int n = 0; n < ROUNDS; n++) {
                rates.add(aSecond(export, account));
            }
            double rate = PairedComparison.median(rates);
            System.out.printf(
                    "%-28s %,.0f plays/s   expected >= %,.0f   %s%n",
                    "export, 200,000 plays", rate, WANTED, rate >= WANTED ? "ok" : "MISSED");
        }
    }

    private static void watch(BenchServer server, Account account) {
        var ids = server.features().catalog().findEpisodeIds(server.episodes(SHOWS, EACH));
        List<Episode> episodes = new ArrayList<>(
                server.features().catalog().episodes(ids.values()).values());
        episodes.stream()
                .gather(Gatherers.windowFixed(1_000))
                .forEach(batch -> watch(server.database(), account, batch));
    }

    private static void watch(Database database, Account account, List<Episode> episodes) {
        database.write(tx -> {
            List<Object[]> plays = new ArrayList<>();
            List<Object[]> watched = new ArrayList<>();
            long user = account.id().value();
            for (Episode episode : episodes) {
                long id = episode.id().value();
                long show = episode.show().value();
                for (int time = 0; time < TIMES; time++) {
                    plays.add(new Object[] {user, tx.newId("play"), id, show, time * 1_000_000L + id * 1_000, time});
                }
                watched.add(new Object[] {user, id, show, TIMES});
            }
            tx.updateAll("""
                    INSERT INTO play
                        (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 4, ?, ?, ?, ?, 1, 5)
                    """, plays);
            tx.updateAll("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, 4, ?, ?, ?, 5, 5)
                    """, watched);
            return true;
        });
    }

    /// @return plays per second
    private static double aSecond(UserExport export, Account account) throws IOException {
        long began = System.nanoTime();
        export.write(account, OutputStream.nullOutputStream(), ExportProgress.NONE);
        return PLAYS / ((System.nanoTime() - began) / 1e9);
    }
}
