package dev.spoolmark.catalog.ingest;

import java.util.List;

/// The result of importing one item. The remarks say why it was refused, or which parts were left out.
public record ImportResult(Result result, List<String> remarks) {

    public ImportResult {
        remarks = List.copyOf(remarks);
    }

    static ImportResult rejected(String reason) {
        return new ImportResult(Result.REFUSED, List.of(reason));
    }

    public enum Result {
        ADDED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }
}
