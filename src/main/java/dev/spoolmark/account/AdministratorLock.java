package dev.spoolmark.account;

import dev.spoolmark.db.Tx;
import java.time.Instant;

/// Serializes transactions that depend on which accounts are administrators, over all nodes: each updates one row
/// first, so the next one sees what the previous one committed.
public final class AdministratorLock {

    private AdministratorLock() {}

    /// Waits for the transaction that holds the lock. It is released at the end of the transaction.
    public static void acquire(Tx tx, Instant now) {
        AccountAdministrationStore.lockAdministrators(tx, now);
    }
}
