package dev.spoolmark.account.audit;

import java.util.List;
import java.util.Optional;

/// One page of the security log.
///
/// @param entries newest first
/// @param next where the next page, with older entries, begins; empty at the end of the log
public record AuditPage(List<AuditEntry> entries, Optional<AuditPosition> next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
