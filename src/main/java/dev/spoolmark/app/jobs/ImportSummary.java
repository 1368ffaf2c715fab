package dev.spoolmark.app.jobs;

import dev.spoolmark.catalog.ingest.ImportResult.Result;
import java.util.EnumMap;
import java.util.Map;

/// Results of an import: `N added, N updated, N unchanged, N refused`.
public final class ImportSummary {

    private final Map<Result, Long> counts = new EnumMap<>(Result.class);

    void add(Result result) {
        counts.merge(result, 1L, Long::sum);
    }

    public void add(ImportSummary more) {
        more.counts.forEach((result, times) -> counts.merge(result, times, Long::sum));
    }

    private long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    @Override
    public String toString() {
        return count(Result.ADDED) + " added, " + count(Result.UPDATED) + " updated, " + count(Result.UNCHANGED)
                + " unchanged, " + count(Result.REJECTED) + " refused";
    }
}
