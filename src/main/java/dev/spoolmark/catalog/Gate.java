package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;

/// The turnstile in front of every transaction that adds items: one at a time, on every engine.
///
/// Looking up and adding are two steps; on an engine with many writers two of them would both find nothing and both
/// add.
final class Gate {

    /// The number of the pass that this transaction is in, as a value in a statement.
    static final String PASS = "(SELECT passes FROM catalog_gate WHERE gate = 1)";

    private Gate() {}

    /// The number of the pass that this transaction is in.
    static long number(Tx tx) {
        return tx.first("SELECT passes FROM catalog_gate WHERE gate = 1", row -> row.number(1))
                .orElse(0L);
    }

    static void pass(Tx tx) {
        tx.update("UPDATE catalog_gate SET passes = passes + 1 WHERE gate = 1");
    }
}
