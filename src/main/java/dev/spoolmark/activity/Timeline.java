package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Tx;
import java.time.Instant;

/// Notes that something in a person's data changed, inside the transaction that changed it.
///
/// Each area has one stamp (`movie.rating`, `episode.watched`, …). Stamps are what clients compare to see whether to
/// fetch again, so they only ever rise, and taking something back moves them too (`scale.md` 3.3).
public final class Timeline {

    public void changed(Tx tx, UserId user, String area, Instant at) {
        tx.update("""
                INSERT INTO activity (user_id, area, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (user_id, area) DO UPDATE SET changed_at =
                    CASE WHEN excluded.changed_at > activity.changed_at
                         THEN excluded.changed_at ELSE activity.changed_at + 1 END
                """, user.value(), area, at);
    }
}
