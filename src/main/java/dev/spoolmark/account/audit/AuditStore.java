package dev.spoolmark.account.audit;

import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SQL for the security log.
final class AuditStore {

    private static final String COLUMNS = "user_id, at, action, channel, address, times, detail";

    private AuditStore() {}

    static void add(Tx tx, AuditEntry entry) {
        tx.update(
                "INSERT INTO audit_event (event_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tx.newId("audit_event"),
                entry.user(),
                entry.at(),
                entry.action(),
                entry.by().channel(),
                entry.by().address(),
                entry.times(),
                entry.detail());
    }

    static List<AuditEntry> newest(Tx tx, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM audit_event ORDER BY at DESC, user_id DESC, event_id DESC LIMIT ?",
                AuditStore::entry,
                max);
    }

    static List<AuditEntry> newestAbout(Tx tx, long user, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM audit_event WHERE user_id = ? ORDER BY at DESC, event_id DESC LIMIT ?",
                AuditStore::entry,
                user,
                max);
    }

    /// An entry with its key.
    record StoredEntry(long id, AuditEntry entry) {

        AuditPosition position() {
            return new AuditPosition(entry.at(), entry.user(), id);
        }
    }

    /// Reads entries of several users, by time.
    static List<StoredEntry> page(Tx tx, AuditFilter filter, @Nullable AuditPosition before, int max) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        AuditAction action = filter.action();
        if (action != null) {
            conditions.add("action = ?");
            values.add(action.key());
        }
        Long user = filter.user();
        if (user != null) {
            conditions.add("user_id = ?");
            values.add(user);
        }
        if (before != null) {
            conditions.add("(at, user_id, event_id) < (?, ?, ?)");
            values.addAll(List.of(before.at(), before.user(), before.id()));
        }
        values.add(max);
        return tx.query(
                "SELECT " + COLUMNS + ", event_id FROM audit_event WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY at DESC, user_id DESC, event_id DESC LIMIT ?",
                row -> new StoredEntry(row.getLong(8), entry(row)),
                values);
    }

    static int deleteBefore(Tx tx, Instant time) {
        return tx.update("DELETE FROM audit_event WHERE at < ?", time);
    }

    static int deleteAddressesBefore(Tx tx, Instant time) {
        return tx.update("UPDATE audit_event SET address = NULL WHERE at < ? AND address IS NOT NULL", time);
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                Instant.ofEpochMilli(row.getLong(2)),
                row.getLong(1),
                row.getString(3),
                new Actor(row.getString(4), row.textOrNull(5)),
                row.getInt(6),
                row.getString(7));
    }
}
