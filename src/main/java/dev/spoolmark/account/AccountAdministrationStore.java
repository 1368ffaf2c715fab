package dev.spoolmark.account;

import dev.spoolmark.db.Tx;
import java.time.Instant;

/// SQL of the administration of accounts.
final class AccountAdministrationStore {

    private static final int DELETED = 3;

    private AccountAdministrationStore() {}

    static void lockAdministrators(Tx tx, Instant now) {
        tx.update("""
                INSERT INTO administrator_lock (lock_id, at) VALUES (1, ?)
                ON CONFLICT (lock_id) DO UPDATE SET at = excluded.at
                """, now);
    }

    static boolean isEmpty(Tx tx) {
        return tx.findFirst("SELECT 1 FROM account WHERE state <> ? LIMIT 1", row -> true, DELETED)
                .isEmpty();
    }
}
