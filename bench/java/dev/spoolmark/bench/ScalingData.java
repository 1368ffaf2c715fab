package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// The growing database for the scaling charts: a catalog, one user with 5,000 plays, 64 friends of that user with
/// 20 plays each, and an increasing number of other users with 5,000 plays each.
final class ScalingData {

    static final int LISTENERS = 64;

    private static final String FRIENDS = """
            INSERT INTO %1$s (user_id, %2$s, state, since)
            SELECT ?, user_id, 2, 0 FROM account WHERE name LIKE 'listener%%'
            UNION ALL
            SELECT user_id, ?, 2, 0 FROM account WHERE name LIKE 'listener%%'
            """;

    private static final String LATEST = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
            SELECT a.user_id, %d + a.user_id * 10000 + row_number() OVER (ORDER BY a.user_id, m.movie_id), 1, m.movie_id, 0,
                   ? - row_number() OVER (ORDER BY a.user_id, m.movie_id) * 60000, 0, 1, 0
            FROM account a CROSS JOIN (SELECT movie_id FROM movie ORDER BY movie_id LIMIT 20) m
            WHERE a.name LIKE 'listener%%'
            """.formatted(SampleUsers.FIRST_PLAY);

    private static final String WATCHED = """
            INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
            SELECT p.user_id, kind, item_id, show_id, 1, watched_at, watched_at
            FROM play p JOIN account a ON a.user_id = p.user_id
            WHERE a.name LIKE 'listener%' ORDER BY p.user_id, kind, item_id
            """;

    private final Path folder;
    private int otherUsers;

    ScalingData(Path folder) {
        this.folder = folder;
    }

    void begin() throws IOException {
        try (BenchServer server = BenchServer.on(folder)) {
            SampleUsers.catalogue(server);
            Account account = server.account("person");
            SampleUsers.watch(server.database(), account.id());
            for (int n = 0; n < LISTENERS; n++) {
                server.account("listener" + n);
            }
            followEachOther(server.database(), account.id().value());
        }
    }

    private static void followEachOther(Database database, long user) {
        database.write(tx -> {
            tx.update(FRIENDS.formatted("follow_out", "target_id"), user, user);
            tx.update(FRIENDS.formatted("follow_in", "source_id"), user, user);
            tx.update(LATEST, Instant.now());
            return tx.update(WATCHED);
        });
    }

    /// Adds users up to the requested number and returns the number of plays in the database.
    long grow(int requested) throws IOException {
        try (BenchServer server = BenchServer.on(folder)) {
            SampleUsers.gather(server.database(), otherUsers, requested);
            otherUsers = requested;
            return SampleUsers.plays(server.database());
        }
    }
}
