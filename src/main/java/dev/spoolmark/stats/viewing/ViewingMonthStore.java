package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// The counts of months that are stored.
final class ViewingMonthStore {

    private static final String SAVE = """
            INSERT INTO viewing_month (user_id, month, zone, version, counted_at, content) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id, month) DO UPDATE SET zone = excluded.zone, version = excluded.version,
                counted_at = excluded.counted_at, content = excluded.content
            """;

    /// The counts of a month.
    ///
    /// @param month as in [dev.spoolmark.history.PlayMonths]
    /// @param version of the plays that were counted
    record StoredMonth(int month, String zone, long version, Instant countedAt, String content) {}

    /// The months from one to another.
    List<StoredMonth> find(Tx tx, UserId user, int first, int last) {
        return tx.query(
                """
                SELECT month, zone, version, counted_at, content FROM viewing_month
                WHERE user_id = ? AND month BETWEEN ? AND ? ORDER BY month
                """,
                row -> new StoredMonth(
                        row.getInt(1), row.getString(2), row.getLong(3), row.instant(4), row.getString(5)),
                user.value(),
                first,
                last);
    }

    void save(Tx tx, UserId user, List<StoredMonth> months) {
        tx.updateAll(
                SAVE,
                months.stream()
                        .map(month -> new Object[] {
                            user.value(),
                            month.month(),
                            month.zone(),
                            month.version(),
                            month.countedAt(),
                            month.content()
                        })
                        .toList());
    }
}
