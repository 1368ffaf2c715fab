package dev.spoolmark.catalog.ingest;

import java.util.List;

/// The result of importing one item. The warnings say why it was rejected, or which parts were left out.
public record ImportResult(Result result, List<String> warnings) {

    public ImportResult {
        warnings = List.copyOf(warnings);
    }

    static ImportResult rejected(String reason) {
        return new ImportResult(Result.REJECTED, List.of(reason));
    }

    public enum Result {
        ADDED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }
}
