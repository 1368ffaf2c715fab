package dev.spoolmark.stats;

import dev.spoolmark.db.Tx;

/// Counts whole tables.
final class ServerCountStore {

    private ServerCountStore() {}

    /// Reads the data of all users.
    static ServerCounts all(Tx tx) {
        return new ServerCounts(count(tx, "movie"), count(tx, "show"), count(tx, "episode"), count(tx, "play"));
    }

    private static long count(Tx tx, String table) {
        return tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1))
                .orElse(0L);
    }
}
