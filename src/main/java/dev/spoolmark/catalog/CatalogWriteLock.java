package dev.spoolmark.catalog;

import dev.spoolmark.db.Tx;

/// A lock on adding items. Every transaction that adds items takes it first, on SQLite and PostgreSQL.
///
/// Searching for an item and adding it are two steps. Without the lock, two transactions could both find
/// nothing and both add the item. The revision is the number of these transactions.
public final class CatalogWriteLock {

    /// The revision of this transaction, as a value in a statement.
    static final String CURRENT_REVISION = "(SELECT value FROM catalog_revision WHERE id = 1)";

    private CatalogWriteLock() {}

    /// @return the revision of this transaction
    public static long currentRevision(Tx tx) {
        return tx.findFirst("SELECT value FROM catalog_revision WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    public static void lockAndIncrement(Tx tx) {
        tx.update("UPDATE catalog_revision SET value = value + 1 WHERE id = 1");
    }
}
