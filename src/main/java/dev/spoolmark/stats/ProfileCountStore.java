package dev.spoolmark.stats;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;

/// Counts rows of one user in indexes, with one statement.
final class ProfileCountStore {

    private static final int APPROVED = 2;

    private static final String COUNTS = """
            SELECT
                (SELECT count(*) FROM watched WHERE user_id = ? AND show_id = 0 AND plays > 0),
                (SELECT count(*) FROM (SELECT show_id FROM watched WHERE user_id = ? AND show_id > 0 AND plays > 0
                    GROUP BY show_id) AS shows),
                (SELECT count(*) FROM watched WHERE user_id = ? AND show_id > 0 AND plays > 0),
                (SELECT count(*) FROM follow_in WHERE user_id = ? AND state = ?),
                (SELECT count(*) FROM follow_out WHERE user_id = ? AND state = ?)
            """;

    private ProfileCountStore() {}

    static ProfileCounts of(Tx tx, UserId user) {
        long id = user.value();
        return tx.findFirst(
                        COUNTS,
                        row -> new ProfileCounts(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        id,
                        id,
                        id,
                        id,
                        APPROVED,
                        id,
                        APPROVED)
                .orElse(ProfileCounts.NONE);
    }
}
