package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Imports by user.
final class ImportRunStore {

    static final UserRows ROWS = UserRows.of("import_run", "run_id");

    private static final String COLUMNS =
            "user_id, run_id, format, file_name, choices, status, record_count, position, counts, list_rank, problem,"
                    + " created_at, ended_at";

    void insert(Tx tx, ImportRun run) {
        tx.update(
                "INSERT INTO import_run (" + COLUMNS + ", leased_until)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT), 0)",
                run.user().value(),
                run.id(),
                run.format(),
                run.fileName(),
                RunJson.write(run.choices()),
                run.status().number(),
                run.records(),
                run.position(),
                RunJson.write(run.counts()),
                run.lastRank(),
                run.problem(),
                run.createdAt(),
                run.endedAt());
    }

    Optional<ImportRun> find(Tx tx, UserId user, long run) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM import_run WHERE user_id = ? AND run_id = ?",
                ImportRunStore::run,
                user.value(),
                run);
    }

    /// The newest imports of a user.
    List<ImportRun> newest(Tx tx, UserId user, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_run WHERE user_id = ? ORDER BY run_id DESC LIMIT ?",
                ImportRunStore::run,
                user.value(),
                max);
    }

    /// Imports that wait for a server, of all users; the oldest first.
    List<ImportRun> waiting(Tx tx, Instant now, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_run WHERE status IN (2, 3, 7) AND leased_until <= ?"
                        + " ORDER BY created_at, user_id, run_id LIMIT ?",
                ImportRunStore::run,
                now,
                max);
    }

    /// Takes an import to work on it.
    ///
    /// @return false if another server has it
    boolean lease(Tx tx, ImportRun run, ImportStatus status, Instant now, Instant until) {
        return tx.update(
                        "UPDATE import_run SET status = ?, leased_until = ? WHERE user_id = ? AND run_id = ?"
                                + " AND status = ? AND leased_until <= ?",
                        status.number(),
                        until,
                        run.user().value(),
                        run.id(),
                        run.status().number(),
                        now)
                == 1;
    }

    /// Stores how far an import is.
    ///
    /// @param before the position that it had
    /// @return false if another server works on it, or the user has stopped it
    boolean advance(
            Tx tx, ImportRun run, ImportStatus status, long before, long position, ImportCounts counts, Instant until) {
        return tx.update(
                        "UPDATE import_run SET position = ?, counts = ?, leased_until = ?"
                                + " WHERE user_id = ? AND run_id = ? AND status = ? AND position = ?",
                        position,
                        RunJson.write(counts),
                        until,
                        run.user().value(),
                        run.id(),
                        status.number(),
                        before)
                == 1;
    }

    /// Changes the status of an import that has a certain one.
    boolean setStatus(
            Tx tx,
            UserId user,
            long run,
            ImportStatus from,
            ImportStatus to,
            @Nullable String problem,
            @Nullable Instant endedAt) {
        return tx.update(
                        "UPDATE import_run SET status = ?, problem = ?, ended_at = CAST(? AS BIGINT), leased_until = 0"
                                + " WHERE user_id = ? AND run_id = ? AND status = ?",
                        to.number(),
                        problem,
                        endedAt,
                        user.value(),
                        run,
                        from.number())
                == 1;
    }

    /// Changes the choices of an import that has not begun.
    void setChoices(Tx tx, UserId user, long run, ImportChoices choices, long records, int lastRank) {
        tx.update(
                "UPDATE import_run SET choices = ?, record_count = ?, list_rank = ?"
                        + " WHERE user_id = ? AND run_id = ? AND status = 1",
                RunJson.write(choices),
                records,
                lastRank,
                user.value(),
                run);
    }

    /// Changes the format of an import that has not begun.
    void setFormat(Tx tx, UserId user, long run, String format) {
        tx.update(
                "UPDATE import_run SET format = ? WHERE user_id = ? AND run_id = ? AND status = 1",
                format,
                user.value(),
                run);
    }

    void setCounts(Tx tx, UserId user, long run, ImportCounts counts) {
        tx.update(
                "UPDATE import_run SET counts = ? WHERE user_id = ? AND run_id = ?",
                RunJson.write(counts),
                user.value(),
                run);
    }

    /// Imports of all users that wait for their users since before a time, oldest first.
    List<ImportRun> uploadedBefore(Tx tx, Instant before, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_run WHERE status = 1 AND created_at < ?"
                        + " ORDER BY created_at, user_id, run_id LIMIT ?",
                ImportRunStore::run,
                before,
                max);
    }

    /// The imports of all users that ended before a time, oldest first.
    List<ImportRun> endedBefore(Tx tx, Instant before, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_run WHERE status IN (4, 5, 6, 8, 9) AND created_at < ?"
                        + " ORDER BY created_at, user_id, run_id LIMIT ?",
                ImportRunStore::run,
                before,
                max);
    }

    void delete(Tx tx, ImportRun run) {
        tx.update(
                "DELETE FROM import_run WHERE user_id = ? AND run_id = ?",
                run.user().value(),
                run.id());
    }

    private static ImportRun run(Row row) {
        return new ImportRun(
                new UserId(row.getLong(1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                RunJson.choices(row.getString(5)),
                ImportStatus.of(row.getInt(6)),
                row.getLong(7),
                row.getLong(8),
                RunJson.counts(row.getString(9)),
                row.getInt(10),
                row.textOrNull(11),
                row.instant(12),
                row.instantOrNull(13));
    }
}
