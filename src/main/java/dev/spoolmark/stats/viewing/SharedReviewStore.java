package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The years of which a user shares the review.
final class SharedReviewStore {

    void add(Tx tx, UserId user, int year, Instant now) {
        tx.update(
                "INSERT INTO shared_review (user_id, year, shared_at) VALUES (?, ?, ?) ON CONFLICT (user_id, year) DO NOTHING",
                user.value(),
                year,
                now);
    }

    void remove(Tx tx, UserId user, int year) {
        tx.update("DELETE FROM shared_review WHERE user_id = ? AND year = ?", user.value(), year);
    }

    boolean contains(Tx tx, UserId user, int year) {
        return tx.findFirst(
                        "SELECT 1 FROM shared_review WHERE user_id = ? AND year = ?",
                        row -> row.getInt(1),
                        user.value(),
                        year)
                .isPresent();
    }

    Map<Integer, Instant> all(Tx tx, UserId user) {
        Map<Integer, Instant> years = new TreeMap<>();
        tx.forEach(
                "SELECT year, shared_at FROM shared_review WHERE user_id = ? ORDER BY year",
                row -> years.put(row.getInt(1), row.instant(2)),
                user.value());
        return years;
    }
}
