package dev.spoolmark.app.jobs;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.ExternalPopularity;
import dev.spoolmark.catalog.ingest.ImportResult;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.metadata.imdb.ImdbConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Imports IMDb data sets into the catalog and counts the results. One batch is written while the next one is
/// read.
final class ImdbImport implements ImdbConsumer, AutoCloseable {

    /// Maximum number of printed messages; a file may cause millions.
    private static final int MAX_MESSAGES = 20;

    private final DatasetImport datasetImport;
    private final Consumer<String> warnings;
    private final BulkWritePacing pacing;
    private final ImdbDataset.Progress progress;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final ImportSummary summary = new ImportSummary();
    private final Map<String, Long> messageCounts = new TreeMap<>();
    private CompletableFuture<List<ImportResult>> pending = CompletableFuture.completedFuture(List.of());
    private List<SourceItem> pendingItems = List.of();
    private List<SourceItem> items = new ArrayList<>();
    private final List<ExternalPopularity> popularities = new ArrayList<>();
    private int rows;
    private int batchSize;

    ImdbImport(DatasetImport load, BulkWritePacing pacing, Consumer<String> warnings, ImdbDataset.Progress parts) {
        this.datasetImport = load;
        this.pacing = pacing;
        this.warnings = warnings;
        this.progress = parts;
        this.batchSize = pacing.batchSize();
    }

    @Override
    public void beginPart(String part, long steps) {
        progress.begin(part, steps);
    }

    @Override
    public void progress(long steps) {
        progress.advance(steps);
    }

    @Override
    public void item(SourceItem item) {
        items.add(item);
        rows += item.weight();
        if (rows >= batchSize) {
            importBatch();
        }
    }

    @Override
    public void popularity(Kind kind, String tconst, int votes) {
        popularities.add(new ExternalPopularity(kind, tconst, votes));
        if (popularities.size() >= batchSize) {
            savePopularities();
        }
    }

    private void savePopularities() {
        datasetImport.savePopularity(popularities);
        popularities.clear();
        pacing.yieldToOthers();
    }

    @Override
    public void invalidRow(String file, long line, String reason) {
        summary.add(Result.REJECTED);
        warning(file, "line " + line + ": " + reason);
    }

    @Override
    public void invalidValue(String file, long line, String reason) {
        warning(file, "line " + line + ": " + reason);
    }

    @Override
    public Optional<Kind> kindOf(String tconst) {
        if (datasetImport.mayContain(Kind.MOVIE, tconst)) {
            return Optional.of(Kind.MOVIE);
        }
        return datasetImport.mayContain(Kind.SHOW, tconst) ? Optional.of(Kind.SHOW) : Optional.empty();
    }

    @Override
    public void awaitImport() {
        savePopularities();
        importBatch();
        awaitPending();
    }

    ImportSummary summary() {
        return summary;
    }

    /// Prints the number of messages that were not printed.
    void reportSuppressed() {
        messageCounts.forEach((of, times) -> {
            if (times > MAX_MESSAGES) {
                warnings.accept(of + ": and " + (times - MAX_MESSAGES) + " more");
            }
        });
    }

    @Override
    public void close() {
        writer.close();
    }

    private void importBatch() {
        awaitPending();
        List<SourceItem> chunk = items;
        pendingItems = chunk;
        items = new ArrayList<>();
        rows = 0;
        batchSize = pacing.batchSize();
        pending = CompletableFuture.supplyAsync(() -> apply(chunk), writer);
    }

    private List<ImportResult> apply(List<SourceItem> chunk) {
        List<ImportResult> outcome = datasetImport.apply(chunk);
        pacing.yieldToOthers();
        return outcome;
    }

    /// Waits for the previous batch and rethrows its failure.
    private void awaitPending() {
        List<ImportResult> outcome;
        try {
            outcome = pending.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
        for (int i = 0; i < pendingItems.size(); i++) {
            record(pendingItems.get(i), outcome.get(i));
        }
        pendingItems = List.of();
        pending = CompletableFuture.completedFuture(List.of());
    }

    /// Parts of a title were counted with the title.
    private void record(SourceItem item, ImportResult outcome) {
        if (item.title() != null || outcome.result() == Result.REJECTED) {
            summary.add(outcome.result());
        }
        outcome.warnings().forEach(warning -> warning("catalogue", item.ids().imdb() + ": " + warning));
    }

    private void warning(String of, String warning) {
        if (messageCounts.merge(of, 1L, Long::sum) <= MAX_MESSAGES) {
            warnings.accept(of + " " + warning);
        }
    }
}
