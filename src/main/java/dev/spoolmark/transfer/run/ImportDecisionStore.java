package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

/// What users have said about names in files, by user and name.
final class ImportDecisionStore {

    static final UserRows ROWS = UserRows.of("import_decision", "source_key");

    /// When two items are merged, decisions for one are decisions for the result.
    static final UserItemTable TABLE = new UserItemTable(
            "import_decision",
            List.of(Column.text("source_key")),
            List.of(Column.number("decided_at")),
            false,
            "NOTHING");

    boolean hasAny(Tx tx, UserId user) {
        return tx.findFirst("SELECT 1 FROM import_decision WHERE user_id = ? LIMIT 1", row -> true, user.value())
                .isPresent();
    }

    /// The decisions for these names: an item, or empty for one that is ignored.
    Map<String, Optional<Decided>> find(Tx tx, UserId user, Collection<String> keys) {
        Map<String, Optional<Decided>> found = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT source_key, kind, item_id FROM import_decision WHERE user_id = ? AND source_key IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY source_key",
                        row -> found.put(
                                row.getString(1),
                                row.getInt(2) == 0
                                        ? Optional.empty()
                                        : Optional.of(new Decided(Kind.of(row.getInt(2)), row.getLong(3)))),
                        user.value(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// The item that a name stands for.
    record Decided(Kind kind, long item) {}

    /// @param kind 0 for a name that is ignored
    void save(Tx tx, UserId user, String key, int kind, long item, Instant now) {
        tx.update("""
                INSERT INTO import_decision (user_id, source_key, kind, item_id, decided_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, source_key) DO UPDATE SET kind = excluded.kind, item_id = excluded.item_id,
                    decided_at = excluded.decided_at
                """, user.value(), key, kind, item, now);
    }
}
