package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Reads stamps, one row for each person and area.
final class StampStore {

    Map<String, Instant> of(Tx tx, UserId user) {
        Map<String, Instant> stamps = new HashMap<>();
        tx.each(
                "SELECT area, changed_at FROM activity WHERE user_id = ? ORDER BY area",
                row -> stamps.put(row.text(1), row.instant(2)),
                user.value());
        return stamps;
    }
}
