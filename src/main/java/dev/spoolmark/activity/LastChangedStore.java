package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

final class LastChangedStore {

    Map<ActivityArea, Instant> of(Tx tx, UserId user) {
        Map<ActivityArea, Instant> stamps = new EnumMap<>(ActivityArea.class);
        tx.forEach(
                "SELECT area, changed_at FROM activity WHERE user_id = ? ORDER BY area",
                row -> stamps.put(ActivityArea.of(row.getString(1)), row.instant(2)),
                user.value());
        return stamps;
    }
}
