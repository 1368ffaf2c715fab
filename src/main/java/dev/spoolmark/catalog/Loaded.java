package dev.spoolmark.catalog;

import java.util.List;

/// What became of one item that a source brought. The remarks say why it was refused, or what of it was left out.
public record Loaded(Result result, List<String> remarks) {

    public Loaded {
        remarks = List.copyOf(remarks);
    }

    static Loaded refused(String reason) {
        return new Loaded(Result.REFUSED, List.of(reason));
    }

    public enum Result {
        ADDED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }
}
