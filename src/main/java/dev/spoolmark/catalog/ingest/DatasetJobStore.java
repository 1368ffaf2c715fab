package dev.spoolmark.catalog.ingest;

import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// Stores which files of each dataset were imported, and which node imports them.
final class DatasetJobStore {

    /// Due and not leased. Times later than any that can be written now come from a clock that was ahead.
    private static final String FREE =
            "(due_at <= ? OR due_at > ?) AND (leased_until IS NULL OR leased_until <= ? OR leased_until > ?)";

    private DatasetJobStore() {}

    /// @param latest the latest time to which an import can be postponed now
    /// @param longest the latest end of a lease that begins now
    record Due(Instant now, Instant latest, Instant longest) {}

    static void introduce(Tx tx, String dataset, Instant now) {
        tx.update("INSERT INTO dataset (name, due_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", dataset, now);
    }

    /// @return whether these files have to be imported
    static boolean isDue(Tx tx, String dataset, String files, Due due) {
        return tx.findFirst(
                        "SELECT 1 FROM dataset WHERE name = ? AND files IS DISTINCT FROM ? AND " + FREE,
                        row -> true,
                        dataset,
                        files,
                        due.now(),
                        due.latest(),
                        due.now(),
                        due.longest())
                .isPresent();
    }

    /// Tries to lease a dataset.
    ///
    /// @return whether this node has it; of several nodes one gets it
    static boolean lease(Tx tx, String dataset, String node, Instant until, Due due) {
        return tx.update("""
                        UPDATE dataset SET leased_until = ?, leased_by = ?, last_error = NULL, error_at = NULL
                        WHERE name = ? AND\s""" + FREE, until, node, dataset, due.now(), due.latest(), due.now(), due.longest()) == 1;
    }

    /// Extends the lease.
    ///
    /// @return whether this node still has it
    static boolean renew(Tx tx, String dataset, String node, Instant until) {
        return tx.update("UPDATE dataset SET leased_until = ? WHERE name = ? AND leased_by = ?", until, dataset, node)
                == 1;
    }

    static void loaded(Tx tx, String dataset, String node, String files, String outcome, Instant now, Instant due) {
        tx.update("""
                UPDATE dataset SET files = ?, outcome = ?, loaded_at = ?, due_at = ?, leased_until = NULL, leased_by = NULL
                WHERE name = ? AND leased_by = ?
                """, files, outcome, now, due, dataset, node);
    }

    static void failed(Tx tx, String dataset, String node, String reason, Instant now, Instant due) {
        tx.update("""
                UPDATE dataset SET files = NULL, last_error = ?, error_at = ?, due_at = ?,
                    leased_until = NULL, leased_by = NULL
                WHERE name = ? AND leased_by = ?
                """, reason, now, due, dataset, node);
    }

    /// Stores that the files cannot be checked. The time of the next import stays.
    static void note(Tx tx, String dataset, String reason, Instant now) {
        tx.update("""
                UPDATE dataset SET last_error = ?, error_at = ?
                WHERE name = ? AND last_error IS DISTINCT FROM ? AND (leased_until IS NULL OR leased_until <= ?)
                """, reason, now, dataset, reason, now);
    }

    /// Stores that the files can be checked again. The error of the last import stays.
    static void clear(Tx tx, String dataset) {
        tx.update(
                "UPDATE dataset SET last_error = NULL, error_at = NULL WHERE name = ? AND files IS NOT NULL", dataset);
    }

    static void release(Tx tx, String node) {
        tx.update("UPDATE dataset SET leased_until = NULL, leased_by = NULL WHERE leased_by = ?", node);
    }

    static Optional<DatasetStatus> state(Tx tx, String dataset, Instant now) {
        return tx.findFirst(
                "SELECT leased_until, loaded_at, outcome, last_error, error_at, due_at FROM dataset WHERE name = ?",
                row -> {
                    Instant leased = row.instantOrNull(1);
                    return new DatasetStatus(
                            leased != null && leased.isAfter(now),
                            row.instantOrNull(2),
                            row.textOrNull(3),
                            row.textOrNull(4),
                            row.instantOrNull(5),
                            row.instant(6));
                },
                dataset);
    }
}
