package dev.spoolmark.together;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL for the users whom users let offer plays. Statements write rows of both users. A consent counts while
/// the two are friends without interruption since it was given.
final class ConsentStore {

    private static final int APPROVED = 2;

    /// A consent, its time, and the user of the other side.
    record Consent(UserId other, boolean automatic, Instant since) {}

    void save(Tx tx, UserId user, UserId other, boolean automatic, Instant now) {
        tx.update("""
                INSERT INTO offer_consent (user_id, target_id, automatic, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, target_id) DO UPDATE SET automatic = excluded.automatic, since = excluded.since
                """, user.value(), other.value(), automatic, now);
        tx.update("""
                INSERT INTO offer_right (user_id, source_id, automatic, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, source_id) DO UPDATE SET automatic = excluded.automatic, since = excluded.since
                """, other.value(), user.value(), automatic, now);
    }

    boolean remove(Tx tx, UserId user, UserId other) {
        boolean found =
                tx.update("DELETE FROM offer_consent WHERE user_id = ? AND target_id = ?", user.value(), other.value())
                        == 1;
        tx.update("DELETE FROM offer_right WHERE user_id = ? AND source_id = ?", other.value(), user.value());
        return found;
    }

    /// The consent of `user` that `other` may offer plays. It locks the row, so that a revocation waits.
    Optional<Consent> lock(Tx tx, UserId user, UserId other) {
        return tx.findFirst("""
                UPDATE offer_consent SET automatic = automatic WHERE user_id = ? AND target_id = ?
                RETURNING target_id, automatic, since
                """, ConsentStore::consent, user.value(), other.value());
    }

    /// Valid consents of a user, by id of the other one.
    List<Consent> granted(Tx tx, UserId user, int max) {
        return tx.query("""
                SELECT c.target_id, c.automatic, c.since FROM offer_consent c
                JOIN follow_out o ON o.user_id = c.user_id AND o.target_id = c.target_id AND o.state = ?
                JOIN follow_in i ON i.user_id = c.user_id AND i.source_id = c.target_id AND i.state = o.state
                WHERE c.user_id = ? AND c.since >= o.since AND c.since >= i.since
                ORDER BY c.target_id LIMIT ?
                """, ConsentStore::consent, APPROVED, user.value(), max);
    }

    /// Valid consents of others for a user, by id of the other one.
    List<Consent> received(Tx tx, UserId user, int max) {
        return tx.query("""
                SELECT r.source_id, r.automatic, r.since FROM offer_right r
                JOIN follow_out o ON o.user_id = r.user_id AND o.target_id = r.source_id AND o.state = ?
                JOIN follow_in i ON i.user_id = r.user_id AND i.source_id = r.source_id AND i.state = o.state
                WHERE r.user_id = ? AND r.since >= o.since AND r.since >= i.since
                ORDER BY r.source_id LIMIT ?
                """, ConsentStore::consent, APPROVED, user.value(), max);
    }

    /// All consents that a user has given, by id, also those that count no longer.
    List<Consent> page(Tx tx, UserId user, long after, int max) {
        return tx.query("""
                SELECT target_id, automatic, since FROM offer_consent WHERE user_id = ? AND target_id > ?
                ORDER BY target_id LIMIT ?
                """, ConsentStore::consent, user.value(), after, max);
    }

    private static Consent consent(Row row) {
        return new Consent(new UserId(row.getLong(1)), row.getBoolean(2), row.instant(3));
    }
}
