package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Records the time of the last change of each area of a user's data, in the transaction that changes the data.
///
/// Clients compare stamps to decide whether to fetch data again. Stamps only rise, and removals move them, too
/// (`docs/scaling.md#time`). Some clients read whole seconds, so each change gets its own second, which may lie in
/// the future (`docs/decisions/0015`).
public final class ActivityStamps {

    /// How far stamps may run ahead of the clock. A user with more than one change per second has changes that share
    /// a second.
    static final Duration LEAD = Duration.ofSeconds(60);

    /// How much further the milliseconds may take them. Beyond that, the clock was ahead once and has been
    /// corrected; each change then has its own second again.
    private static final Duration MILLISECOND_LEAD = Duration.ofSeconds(2);

    private static final String NEXT_SECOND = "(activity.changed_at / 1000 + 1) * 1000";

    private static final String UPSERT = String.format(
            Locale.ROOT,
            """
            INSERT INTO activity (user_id, area, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (user_id, area) DO UPDATE SET changed_at = CASE
                WHEN excluded.changed_at >= %1$s THEN excluded.changed_at
                WHEN excluded.changed_at + %2$d >= %1$s THEN %1$s
                WHEN activity.changed_at <= excluded.changed_at + %3$d THEN activity.changed_at + 1
                ELSE %1$s END
            """,
            NEXT_SECOND,
            LEAD.toMillis(),
            LEAD.plus(MILLISECOND_LEAD).toMillis());

    private final ActivityOutbox outbox;

    /// Without an outbox.
    public ActivityStamps() {
        this(ActivityOutbox.OFF);
    }

    public ActivityStamps(ActivityOutbox outbox) {
        this.outbox = outbox;
    }

    /// Records what a user has changed, in the stamps and in the outbox. Without changes, nothing happens.
    public void changed(Tx tx, UserId user, Collection<ActivityChange> changes, Instant at) {
        touch(tx, user, changes.stream().map(ActivityChange::area).collect(Collectors.toSet()), at);
        // After the stamps: they lock the user, so that the ids of the events of one user rise.
        outbox.append(tx, user, changes, at);
    }

    /// Moves the stamps of these areas for a change that the user did not make, such as the merge of two items.
    public void touch(Tx tx, UserId user, Collection<ActivityArea> areas, Instant at) {
        if (!areas.isEmpty()) {
            Set<ActivityArea> touched = EnumSet.copyOf(areas);
            touched.add(ActivityArea.ALL);
            List<Object[]> rows = touched.stream()
                    .map(area -> new Object[] {user.value(), area.key(), at})
                    .toList();
            tx.updateAll(UPSERT, rows);
        }
    }
}
