package dev.spoolmark.audit;

import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;

/// Keeps the lines of the security log.
final class AuditStore {

    private static final String COLUMNS = "user_id, at, deed, door, address, times, detail";

    private AuditStore() {}

    static void add(Tx tx, Entry entry) {
        tx.update(
                "INSERT INTO audit (audit_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tx.newId("audit"),
                entry.user(),
                entry.at(),
                entry.deed(),
                entry.by().door(),
                entry.by().address(),
                entry.times(),
                entry.detail());
    }

    static List<Entry> newest(Tx tx, int most) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM audit ORDER BY at DESC, user_id DESC, audit_id DESC LIMIT ?",
                AuditStore::entry,
                most);
    }

    static List<Entry> newestOf(Tx tx, long user, int most) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM audit WHERE user_id = ? ORDER BY at DESC, audit_id DESC LIMIT ?",
                AuditStore::entry,
                user,
                most);
    }

    static int forgetBefore(Tx tx, Instant time) {
        return tx.update("DELETE FROM audit WHERE at < ?", time);
    }

    static int forgetAddressesBefore(Tx tx, Instant time) {
        return tx.update("UPDATE audit SET address = NULL WHERE at < ? AND address IS NOT NULL", time);
    }

    private static Entry entry(Row row) {
        return new Entry(
                Instant.ofEpochMilli(row.number(2)),
                row.number(1),
                row.text(3),
                new By(row.text(4), row.textOrNull(5)),
                row.count(6),
                row.text(7));
    }
}
