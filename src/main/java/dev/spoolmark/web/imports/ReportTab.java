package dev.spoolmark.web.imports;

import dev.spoolmark.transfer.run.ImportCounts;
import dev.spoolmark.transfer.run.RowOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of a report.
enum ReportTab {
    UNRESOLVED,
    ADDED,
    PRESENT,
    SKIPPED,
    IGNORED,
    WARNING;

    List<RowOutcome> outcomes() {
        return switch (this) {
            case UNRESOLVED -> List.of(RowOutcome.UNRESOLVED);
            case ADDED -> List.of(RowOutcome.ADDED, RowOutcome.CHANGED);
            case PRESENT -> List.of(RowOutcome.PRESENT);
            case SKIPPED -> List.of(RowOutcome.SKIPPED);
            case IGNORED -> List.of(RowOutcome.IGNORED);
            case WARNING -> List.of(RowOutcome.WARNING);
        };
    }

    long count(ImportCounts counts) {
        return switch (this) {
            case ADDED ->
                counts.added().values().stream().mapToLong(Long::longValue).sum();
            case PRESENT -> counts.present();
            case UNRESOLVED -> counts.unresolved();
            case SKIPPED -> counts.skipped();
            case IGNORED -> counts.ignored();
            case WARNING -> counts.warnings();
        };
    }

    /// The name in addresses and message files.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReportTab> find(String key) {
        return Arrays.stream(values()).filter(tab -> tab.key().equals(key)).findFirst();
    }
}
