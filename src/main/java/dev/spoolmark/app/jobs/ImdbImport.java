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
    private static final int TOLD = 20;

    private final DatasetImport load;
    private final Consumer<String> remarks;
    private final BulkWritePacing turns;
    private final ImdbDataset.Parts parts;
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final ImportSummary count = new ImportSummary();
    private final Map<String, Long> remarked = new TreeMap<>();
    private CompletableFuture<List<ImportResult>> underWay = CompletableFuture.completedFuture(List.of());
    private List<SourceItem> handed = List.of();
    private List<SourceItem> items = new ArrayList<>();
    private final List<ExternalPopularity> renowns = new ArrayList<>();
    private int rows;
    private int enough;

    ImdbImport(DatasetImport load, BulkWritePacing turns, Consumer<String> remarks, ImdbDataset.Parts parts) {
        this.load = load;
        this.turns = turns;
        this.remarks = remarks;
        this.parts = parts;
        this.enough = turns.rows();
    }

    @Override
    public void beginPart(String part, long steps) {
        parts.begins(part, steps);
    }

    @Override
    public void progress(long steps) {
        parts.reached(steps);
    }

    @Override
    public void item(SourceItem item) {
        items.add(item);
        rows += item.weight();
        if (rows >= enough) {
            importBatch();
        }
    }

    @Override
    public void popularity(Kind kind, String tconst, int votes) {
        renowns.add(new ExternalPopularity(kind, tconst, votes));
        if (renowns.size() >= enough) {
            importVotes();
        }
    }

    private void importVotes() {
        load.savePopularity(renowns);
        renowns.clear();
        turns.yieldToOthers();
    }

    @Override
    public void invalidRow(String file, long line, String reason) {
        count.add(Result.REFUSED);
        remark(file, "line " + line + ": " + reason);
    }

    @Override
    public void invalidValue(String file, long line, String reason) {
        remark(file, "line " + line + ": " + reason);
    }

    @Override
    public Optional<Kind> kindOf(String tconst) {
        if (load.mayContain(Kind.MOVIE, tconst)) {
            return Optional.of(Kind.MOVIE);
        }
        return load.mayContain(Kind.SHOW, tconst) ? Optional.of(Kind.SHOW) : Optional.empty();
    }

    @Override
    public void awaitImport() {
        importVotes();
        importBatch();
        finish();
    }

    ImportSummary count() {
        return count;
    }

    /// Prints the number of messages that were not printed.
    void importRemaining() {
        remarked.forEach((of, times) -> {
            if (times > TOLD) {
                remarks.accept(of + ": and " + (times - TOLD) + " more");
            }
        });
    }

    @Override
    public void close() {
        writing.close();
    }

    private void importBatch() {
        finish();
        List<SourceItem> portion = items;
        handed = portion;
        items = new ArrayList<>();
        rows = 0;
        enough = turns.rows();
        underWay = CompletableFuture.supplyAsync(() -> applied(portion), writing);
    }

    private List<ImportResult> applied(List<SourceItem> portion) {
        List<ImportResult> outcome = load.apply(portion);
        turns.yieldToOthers();
        return outcome;
    }

    /// Waits for the previous batch and rethrows its failure.
    private void finish() {
        List<ImportResult> outcome;
        try {
            outcome = underWay.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
        for (int i = 0; i < handed.size(); i++) {
            note(handed.get(i), outcome.get(i));
        }
        handed = List.of();
        underWay = CompletableFuture.completedFuture(List.of());
    }

    /// Parts of a title were counted with the title.
    private void note(SourceItem item, ImportResult outcome) {
        if (item.title() != null || outcome.result() == Result.REFUSED) {
            count.add(outcome.result());
        }
        outcome.remarks().forEach(remark -> remark("catalogue", item.ids().imdb() + ": " + remark));
    }

    private void remark(String of, String remark) {
        if (remarked.merge(of, 1L, Long::sum) <= TOLD) {
            remarks.accept(of + " " + remark);
        }
    }
}
