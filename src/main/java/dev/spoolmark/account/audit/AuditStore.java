package dev.spoolmark.account.audit;

import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// SQL for the security log.
final class AuditStore {

    private static final String COLUMNS = "user_id, at, action, channel, address, times, detail";

    private AuditStore() {}

    static void add(Tx tx, AuditEntry entry) {
        tx.update(
                "INSERT INTO audit (audit_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tx.newId("audit"),
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
                "SELECT " + COLUMNS + " FROM audit ORDER BY at DESC, user_id DESC, audit_id DESC LIMIT ?",
                AuditStore::entry,
                max);
    }

    static List<AuditEntry> newestAbout(Tx tx, long user, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM audit WHERE user_id = ? ORDER BY at DESC, audit_id DESC LIMIT ?",
                AuditStore::entry,
                user,
                max);
    }

    static int deleteBefore(Tx tx, Instant time) {
        return tx.update("DELETE FROM audit WHERE at < ?", time);
    }

    static int deleteAddressesBefore(Tx tx, Instant time) {
        return tx.update("UPDATE audit SET address = NULL WHERE at < ? AND address IS NOT NULL", time);
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
