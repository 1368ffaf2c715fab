package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.source.SourceQueueStatus.Condition;
import dev.spoolmark.catalog.source.SourceQueueStatus.LookupMessage;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stores the queue of lookups, and the status of sources.
public final class SourceJobStore {

    static final int PENDING = 0;
    static final int FOUND = 1;
    static final int NOT_FOUND = 2;

    /// A known show is looked up at most this often because a client named an episode that it does not have.
    private static final Duration MIN_AGE = Duration.ofHours(1);

    private static final int MAX_MESSAGES = 20;

    private SourceJobStore() {}

    /// A row of the queue that no node has leased.
    record Entry(Kind kind, long item, int attempts) {}

    /// Queues unknown items for lookup as soon as possible. Items that no source knew, or that could not be
    /// looked up, keep their time.
    public static void queue(Tx tx, Kind kind, Collection<Long> items, Instant now) {
        tx.updateAll(
                """
                INSERT INTO source_job (kind, item_id, state, due_at, attempts) VALUES (?, ?, 0, ?, 0)
                ON CONFLICT (kind, item_id) DO UPDATE SET due_at = excluded.due_at
                WHERE source_job.state = 1 AND source_job.due_at > excluded.due_at
                AND (source_job.responded_at <= ? OR source_job.responded_at > ?)
                """,
                items.stream()
                        .map(item -> new @Nullable Object[] {
                            kind.number(), item, now, now.minus(MIN_AGE), now.plus(ClockSkew.TOLERANCE)
                        })
                        .toList());
    }

    /// Queues all items of this kind.
    static int queueAll(Tx tx, Kind kind, Instant now) {
        String table = kind.key();
        return tx.update(String.format(Locale.ROOT, """
                INSERT INTO source_job (kind, item_id, state, due_at, attempts)
                SELECT %d, %s_id, 0, ?, 0 FROM %s WHERE TRUE
                ON CONFLICT (kind, item_id) DO UPDATE SET due_at = excluded.due_at
                WHERE source_job.due_at > excluded.due_at
                """, kind.number(), table, table), now);
    }

    /// @return whether an item is due later than any postponed lookup can be
    static boolean isAnyAhead(Tx tx, Instant latest) {
        return tx.findFirst(
                        "SELECT 1 FROM source_job WHERE state IN (0, 1, 2) AND due_at > ? LIMIT 1", row -> true, latest)
                .isPresent();
    }

    static int resetDueAt(Tx tx, Instant latest, Instant now) {
        return tx.update("UPDATE source_job SET due_at = ? WHERE state IN (0, 1, 2) AND due_at > ?", now, latest);
    }

    /// @param longest the end of a lease that begins now; a later one was made by a clock that was ahead
    static List<Entry> due(Tx tx, Set<Kind> kinds, Instant now, Instant longest, int max) {
        List<Entry> due = new ArrayList<>();
        List<Integer> numbers = kinds.stream().map(Kind::number).toList();
        for (int state = PENDING; state <= NOT_FOUND && due.size() < max; state++) {
            due.addAll(tx.query(
                    String.format(Locale.ROOT, """
                    SELECT kind, item_id, attempts FROM source_job
                    WHERE state = ? AND due_at <= ?
                    AND (leased_until IS NULL OR leased_until <= ? OR leased_until > ?) AND kind IN (%s)
                    ORDER BY due_at, kind, item_id LIMIT ?
                    """, Tx.placeholders(numbers.size())),
                    row -> new Entry(Kind.of(row.getInt(1)), row.getLong(2), row.getInt(3)),
                    state,
                    now,
                    now,
                    longest.plus(ClockSkew.TOLERANCE),
                    Tx.padToPlaceholders(numbers),
                    max - due.size()));
        }
        return due;
    }

    /// Tries to lease an entry.
    ///
    /// @return whether this node has it; of several nodes one gets it
    static boolean lease(Tx tx, Entry entry, String node, Instant now, Instant until) {
        return tx.update(
                        """
                        UPDATE source_job SET leased_until = ?, leased_by = ?
                        WHERE kind = ? AND item_id = ? AND due_at <= ?
                        AND (leased_until IS NULL OR leased_until <= ? OR leased_until > ?)
                        """,
                        until,
                        node,
                        entry.kind().number(),
                        entry.item(),
                        now,
                        now,
                        until.plus(ClockSkew.TOLERANCE))
                == 1;
    }

    /// Stores the result of a lookup, if the node still has the lease.
    static void saveResult(
            Tx tx, MediaId item, String node, int state, Instant now, Instant due, @Nullable String warnings) {
        tx.update("""
                UPDATE source_job SET state = ?, due_at = ?, attempts = 0, responded_at = ?, last_error = NULL, warnings = ?,
                    leased_until = NULL, leased_by = NULL
                WHERE kind = ? AND item_id = ? AND leased_by = ?
                """, state, due, now, warnings, item.kind().number(), item.value(), node);
    }

    static void failed(Tx tx, MediaId item, String node, Instant due, String reason) {
        tx.update("""
                UPDATE source_job SET due_at = ?, attempts = attempts + 1, last_error = ?,
                    leased_until = NULL, leased_by = NULL
                WHERE kind = ? AND item_id = ? AND leased_by = ?
                """, due, reason, item.kind().number(), item.value(), node);
    }

    static void postpone(Tx tx, MediaId item, String node, Instant due) {
        tx.update("""
                UPDATE source_job SET due_at = ?, leased_until = NULL, leased_by = NULL
                WHERE kind = ? AND item_id = ? AND leased_by = ?
                """, due, item.kind().number(), item.value(), node);
    }

    /// Stores an item that was found without the queue as found and due again.
    static void insertFound(Tx tx, MediaId item, Instant now, Instant due, @Nullable String warnings) {
        tx.update("""
                INSERT INTO source_job (kind, item_id, state, due_at, attempts, responded_at, warnings)
                VALUES (?, ?, 1, ?, 0, ?, ?)
                ON CONFLICT (kind, item_id) DO NOTHING
                """, item.kind().number(), item.value(), due, now, warnings);
    }

    /// Queues those that are not in the queue, behind unknown items.
    static void queueOnce(Tx tx, Collection<MediaId> items, Instant now) {
        tx.updateAll(
                """
                INSERT INTO source_job (kind, item_id, state, due_at, attempts) VALUES (?, ?, 1, ?, 0)
                ON CONFLICT (kind, item_id) DO NOTHING
                """,
                items.stream()
                        .map(item -> new @Nullable Object[] {item.kind().number(), item.value(), now})
                        .toList());
    }

    static void release(Tx tx, String node) {
        tx.update("UPDATE source_job SET leased_until = NULL, leased_by = NULL WHERE leased_by = ?", node);
    }

    /// Moves the lookup of a merged item to the remaining one, unless that has one.
    public static void transfer(Tx tx, MediaId from, MediaId into) {
        int kind = from.kind().number();
        tx.update("""
                UPDATE source_job SET item_id = ? WHERE kind = ? AND item_id = ?
                AND NOT EXISTS (SELECT 1 FROM source_job o WHERE o.kind = ? AND o.item_id = ?)
                """, into.value(), kind, from.value(), kind, into.value());
        delete(tx, from.kind(), from.value());
    }

    public static void delete(Tx tx, Kind kind, long item) {
        tx.update("DELETE FROM source_job WHERE kind = ? AND item_id = ?", kind.number(), item);
    }

    /// Makes items due whose last lookup was before they changed at the source.
    static void changed(Tx tx, Kind kind, Map<LookupKey.ExternalId, Instant> ids, Instant now) {
        tx.updateAll(
                """
                UPDATE source_job SET due_at = ?
                WHERE kind = ? AND state = 1 AND due_at > ? AND (responded_at < ? OR responded_at > ?) AND item_id = (
                    SELECT item_id FROM external_id WHERE provider = ? AND kind = ? AND value = ?)
                """,
                ids.entrySet().stream()
                        .map(change -> new @Nullable Object[] {
                            now,
                            kind.number(),
                            now,
                            change.getValue(),
                            now.plus(ClockSkew.TOLERANCE),
                            change.getKey().provider().key(),
                            kind.number(),
                            change.getKey().value()
                        })
                        .toList());
    }

    // Status of sources

    /// When changes were last requested from a source, and up to when it has reported them.
    record FeedState(Instant requestedAt, Instant completeUntil) {}

    static Optional<FeedState> feedState(Tx tx, String source) {
        return tx.findFirst(
                "SELECT changes_requested_at, coalesce(changes_complete_until, changes_requested_at) FROM source WHERE name = ?",
                row -> new FeedState(row.instant(1), row.instant(2)),
                source);
    }

    static void insertSource(Tx tx, String source, Instant now) {
        tx.update(
                "INSERT INTO source (name, changes_requested_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                source,
                now);
    }

    /// Tries to claim the next request for changes.
    ///
    /// @return whether this node may send it; of several nodes one may
    static boolean claimFeed(Tx tx, String source, Instant last, Instant now) {
        return tx.update(
                        "UPDATE source SET changes_requested_at = ?, changes_complete_until = coalesce(changes_complete_until, changes_requested_at) WHERE name = ? AND changes_requested_at = ?",
                        now,
                        source,
                        last)
                == 1;
    }

    /// The source reported all changes up to the last request.
    static void recordStatus(Tx tx, String source) {
        tx.update("UPDATE source SET changes_complete_until = changes_requested_at WHERE name = ?", source);
    }

    static void note(Tx tx, String source, @Nullable Instant openUntil, @Nullable String error, Instant now) {
        insertSource(tx, source, now);
        tx.update("UPDATE source SET paused_until = ? WHERE name = ?", openUntil, source);
        if (error != null) {
            tx.update("UPDATE source SET last_error = ?, error_at = ? WHERE name = ?", error, now, source);
        }
    }

    // Reports

    static SourceQueueStatus state(Tx tx, Instant now) {
        return new SourceQueueStatus(
                count(tx, PENDING),
                count(tx, FOUND),
                count(tx, NOT_FOUND),
                tx.findFirst("SELECT count(*) FROM source_job WHERE due_at <= ?", row -> row.getLong(1), now)
                        .orElse(0L),
                tx.findFirst(
                        "SELECT due_at FROM source_job WHERE due_at <= ? ORDER BY due_at LIMIT 1",
                        row -> row.instant(1),
                        now),
                messages(tx, "last_error"),
                messages(tx, "warnings"),
                tx.query(
                        "SELECT name, paused_until, last_error, error_at FROM source ORDER BY name",
                        row -> new Condition(
                                row.getString(1), row.instantOrNull(2), row.textOrNull(3), row.instantOrNull(4))));
    }

    private static long count(Tx tx, int state) {
        return tx.findFirst("SELECT count(*) FROM source_job WHERE state = ?", row -> row.getLong(1), state)
                .orElse(0L);
    }

    private static List<LookupMessage> messages(Tx tx, String column) {
        return tx.query(String.format(Locale.ROOT, """
                SELECT coalesce(s.title, m.title, ''), j.%s, j.due_at FROM source_job j
                LEFT JOIN show s ON j.kind = 2 AND s.show_id = j.item_id
                LEFT JOIN movie m ON j.kind = 1 AND m.movie_id = j.item_id
                WHERE j.%s IS NOT NULL ORDER BY coalesce(j.responded_at, j.due_at) DESC, j.kind, j.item_id LIMIT %d
                """, column, column, MAX_MESSAGES), SourceJobStore::message);
    }

    private static LookupMessage message(Row row) {
        return new LookupMessage(row.getString(1), row.getString(2), row.instant(3));
    }
}
