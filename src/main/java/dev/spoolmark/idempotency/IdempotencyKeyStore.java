package dev.spoolmark.idempotency;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL for keys of requests.
final class IdempotencyKeyStore {

    Optional<EarlierRequest> find(Tx tx, UserId user, String key) {
        return tx.findFirst(
                "SELECT created_at, result FROM idempotency_key WHERE user_id = ? AND request_key = ?",
                row -> new EarlierRequest(row.instant(1), row.getInt(2)),
                user.value(),
                key);
    }

    /// @return false if the key was used before
    boolean add(Tx tx, UserId user, String key, Instant now) {
        return tx.update("""
                        INSERT INTO idempotency_key (user_id, request_key, result, created_at) VALUES (?, ?, 0, ?)
                        ON CONFLICT (user_id, request_key) DO NOTHING
                        """, user.value(), key, now) == 1;
    }

    void complete(Tx tx, UserId user, String key, int result) {
        tx.update(
                "UPDATE idempotency_key SET result = ? WHERE user_id = ? AND request_key = ?",
                result,
                user.value(),
                key);
    }

    int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM idempotency_key WHERE created_at < ?", before);
    }
}
