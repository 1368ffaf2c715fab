package dev.spoolmark.account.audit;

import org.jspecify.annotations.Nullable;

/// Which entries of the security log are read.
///
/// @param action null for all actions
/// @param user id of the user concerned, [Audit#NOBODY] for entries about no user, null for all
public record AuditFilter(
        @Nullable AuditAction action, @Nullable Long user) {

    public static final AuditFilter ALL = new AuditFilter(null, null);
}
