package dev.spoolmark.account.audit;

import java.time.Instant;

/// One line of the security log.
///
/// @param at when; for what is counted by the minute, the beginning of the minute
/// @param user whom it is about, [Audit#NOBODY] for nobody known here
/// @param action the key of an [AuditAction]
/// @param times how often within that minute
/// @param detail before and after, never a secret; empty when there is nothing more to tell
public record AuditEntry(Instant at, long user, String action, Actor by, int times, String detail) {

    static AuditEntry once(Instant at, long user, AuditAction action, Actor by, String detail) {
        return new AuditEntry(at, user, action.key(), by, 1, detail);
    }
}
