package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Reads stamps, one row for each person and area.
final class LastChangedStore {

    Map<String, Instant> of(Tx tx, UserId user) {
        Map<String, Instant> stamps = new HashMap<>();
        tx.forEach(
                "SELECT area, changed_at FROM activity WHERE user_id = ? ORDER BY area",
                row -> stamps.put(row.getString(1), row.instant(2)),
                user.value());
        return stamps;
    }
}
