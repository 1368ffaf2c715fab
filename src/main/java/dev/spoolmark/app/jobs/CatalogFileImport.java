package dev.spoolmark.app.jobs;

import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.ImportResult;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Imports the items of a catalog file in batches and counts the results.
public final class CatalogFileImport implements SourceItemConsumer {

    /// Batch size in rows.
    private static final int BATCH_SIZE = 2_000;

    private final CatalogImport catalogImport;
    private final Consumer<String> warnings;
    private final LongConsumer progress;
    private final List<SourceItem> items = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final ImportSummary summary = new ImportSummary();
    private int rows;

    /// `warnings` receives a message for each item that was rejected or partly imported; `progress` the number
    /// of bytes read.
    public CatalogFileImport(CatalogImport load, Consumer<String> warnings, LongConsumer progress) {
        this.catalogImport = load;
        this.warnings = warnings;
        this.progress = progress;
    }

    @Override
    public void item(long line, SourceItem item) {
        items.add(item);
        lines.add(line);
        rows += item.weight();
        if (rows >= BATCH_SIZE) {
            finish();
        }
    }

    @Override
    public void rejected(long line, String reason) {
        record(line, new ImportResult(Result.REJECTED, List.of(reason)));
    }

    @Override
    public void warning(long line, String warning) {
        warnings.accept("line " + line + ": " + warning);
    }

    @Override
    public void progress(long read, long total) {
        progress.accept(read);
    }

    /// Imports the last batch.
    public void finish() {
        List<ImportResult> outcome = catalogImport.apply(items);
        for (int i = 0; i < outcome.size(); i++) {
            record(lines.get(i), outcome.get(i));
        }
        items.clear();
        lines.clear();
        rows = 0;
    }

    public ImportSummary summary() {
        return summary;
    }

    private void record(long line, ImportResult outcome) {
        summary.add(outcome.result());
        outcome.warnings().forEach(warning -> warnings.accept("line " + line + ": " + warning));
    }
}
