package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Tx;
import java.util.Optional;

/// What the lists of files have become here, by user, import and key.
final class ImportListStore {

    static final UserRows ROWS = UserRows.of("import_list", "run_id", "list_key");

    /// @param rank last rank before the import
    record TargetList(long id, int rank) {}

    Optional<TargetList> find(Tx tx, UserId user, long run, String key) {
        return tx.findFirst(
                "SELECT list_id, rank FROM import_list WHERE user_id = ? AND run_id = ? AND list_key = ?",
                row -> new TargetList(row.getLong(1), row.getInt(2)),
                user.value(),
                run,
                key);
    }

    void save(Tx tx, UserId user, long run, String key, TargetList list) {
        tx.update("""
                INSERT INTO import_list (user_id, run_id, list_key, list_id, rank) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, run_id, list_key) DO NOTHING
                """, user.value(), run, key, list.id(), list.rank());
    }

    void deleteAll(Tx tx, UserId user, long run) {
        tx.update("DELETE FROM import_list WHERE user_id = ? AND run_id = ?", user.value(), run);
    }
}
