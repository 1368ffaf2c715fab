package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/// Notes that something in a person's data changed, inside the transaction that changed it.
///
/// Each area has one stamp (`movie.rating`, `episode.watched`, …), and so has everything together. Stamps are what
/// clients compare to see whether to fetch again, so they only ever rise, and taking something back moves them too
/// (`docs/scaling.md#time`). Some clients are told whole seconds, so each change gets a second of its own, if need
/// be one that is still to come (`docs/decisions/0015`).
public final class ActivityStamps {

    /// The area of everything together. It comes before all others, so that of two changes of one person at once the
    /// second waits for the first.
    static final String EVERYTHING = "all";

    /// How far stamps may run ahead. Whoever changes a thing each millisecond gets no second for each any more.
    static final Duration LEAD = Duration.ofSeconds(60);

    /// How much further the milliseconds may take them. Beyond that the clock was ahead once and was set right, and
    /// each change has a second of its own again.
    private static final Duration OVER = Duration.ofSeconds(2);

    private static final String NEXT_SECOND = "(activity.changed_at / 1000 + 1) * 1000";

    private static final String MOVE = String.format(
            Locale.ROOT, """
            INSERT INTO activity (user_id, area, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (user_id, area) DO UPDATE SET changed_at = CASE
                WHEN excluded.changed_at >= %1$s THEN excluded.changed_at
                WHEN excluded.changed_at + %2$d >= %1$s THEN %1$s
                WHEN activity.changed_at <= excluded.changed_at + %3$d THEN activity.changed_at + 1
                ELSE %1$s END
            """, NEXT_SECOND, LEAD.toMillis(), LEAD.plus(OVER).toMillis());

    /// One change of these areas; of none, nothing happens.
    public void changed(Tx tx, UserId user, Collection<String> areas, Instant at) {
        if (!areas.isEmpty()) {
            TreeSet<String> moved = new TreeSet<>(areas);
            moved.add(EVERYTHING);
            tx.updateAll(
                    MOVE,
                    moved.stream()
                            .map(area -> new Object[] {user.value(), area, at})
                            .toList());
        }
    }
}
