package dev.spoolmark.catalog.ingest;

import java.util.List;

/// What became of one item that a source brought. The remarks say why it was refused, or what of it was left out.
public record ImportResult(Result result, List<String> remarks) {

    public ImportResult {
        remarks = List.copyOf(remarks);
    }

    static ImportResult refused(String reason) {
        return new ImportResult(Result.REFUSED, List.of(reason));
    }

    public enum Result {
        ADDED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }
}
