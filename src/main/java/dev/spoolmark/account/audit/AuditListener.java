package dev.spoolmark.account.audit;

import dev.spoolmark.db.Tx;

/// Receives the entries of the security log in the transaction that stores them.
@FunctionalInterface
public interface AuditListener {

    /// Does nothing.
    AuditListener NONE = (_, _, _) -> {};

    /// @param user id, or [Audit#NOBODY]
    void added(Tx tx, AuditAction action, long user);
}
