package dev.spoolmark.account.audit;

import java.time.Instant;

/// An entry of the security log.
///
/// @param at time; for attempts that are counted by minute, the beginning of the minute
/// @param user the user concerned, [Audit#NOBODY] for none
/// @param action the key of an [AuditAction]
/// @param times number of occurrences within the minute
/// @param detail values before and after, never a secret; may be empty
public record AuditEntry(Instant at, long user, String action, Actor by, int times, String detail) {

    static AuditEntry once(Instant at, long user, AuditAction action, Actor by, String detail) {
        return new AuditEntry(at, user, action.key(), by, 1, detail);
    }
}
