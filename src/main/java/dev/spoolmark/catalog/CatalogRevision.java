package dev.spoolmark.catalog;

import dev.spoolmark.db.Tx;

/// The turnstile in front of every transaction that adds items: one at a time, on every engine.
///
/// Looking up and adding are two steps; on an engine with many writers two of them would both find nothing and both
/// add.
public final class CatalogRevision {

    /// The number of the pass that this transaction is in, as a value in a statement.
    static final String PASS = "(SELECT value FROM catalog_revision WHERE id = 1)";

    private CatalogRevision() {}

    /// The number of the pass that this transaction is in.
    public static long current(Tx tx) {
        return tx.findFirst("SELECT value FROM catalog_revision WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    public static void lockAndIncrement(Tx tx) {
        tx.update("UPDATE catalog_revision SET value = value + 1 WHERE id = 1");
    }
}
