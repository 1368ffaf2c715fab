package dev.spoolmark.account.link;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL of invitations.
final class InviteStore {

    private static final String COLUMNS = "invite_id, note, created_by, created_at, expires_at, max_uses, uses";

    private InviteStore() {}

    static void insert(Tx tx, Invite invite, LinkCode code) {
        tx.update(
                "INSERT INTO invite (" + COLUMNS + ", code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                invite.id(),
                invite.note(),
                invite.createdBy().value(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.maxUses(),
                invite.uses(),
                code.hash());
    }

    static List<Invite> all(Tx tx) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM invite ORDER BY created_at DESC, invite_id DESC", InviteStore::invite);
    }

    static Optional<Invite> find(Tx tx, LinkCode code) {
        return tx.findFirst("SELECT " + COLUMNS + " FROM invite WHERE code_hash = ?", InviteStore::invite, code.hash());
    }

    /// Counts one use. Of concurrent calls for the last use, one returns true.
    static boolean use(Tx tx, LinkCode code, Instant now) {
        String sql = "UPDATE invite SET uses = uses + 1 WHERE code_hash = ? AND expires_at > ? AND uses < max_uses";
        return tx.update(sql, code.hash(), now) == 1;
    }

    static boolean delete(Tx tx, long id) {
        return tx.update("DELETE FROM invite WHERE invite_id = ?", id) == 1;
    }

    static long countOf(Tx tx, UserId administrator) {
        return tx.findFirst(
                        "SELECT count(*) FROM invite WHERE created_by = ?",
                        row -> row.getLong(1),
                        administrator.value())
                .orElse(0L);
    }

    static int deleteFirst(Tx tx, UserId administrator, int max) {
        return tx.update(
                "DELETE FROM invite WHERE invite_id IN"
                        + " (SELECT invite_id FROM invite WHERE created_by = ? ORDER BY invite_id LIMIT ?)",
                administrator.value(),
                max);
    }

    static void deleteExpired(Tx tx, Instant before) {
        tx.update("DELETE FROM invite WHERE expires_at <= ?", before);
    }

    private static Invite invite(Row row) {
        return new Invite(
                row.getLong(1),
                row.getString(2),
                new UserId(row.getLong(3)),
                row.instant(4),
                row.instant(5),
                row.getInt(6),
                row.getInt(7));
    }
}
