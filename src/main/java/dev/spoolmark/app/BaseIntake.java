package dev.spoolmark.app;

import dev.spoolmark.catalog.BaseLoad;
import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Loaded;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.catalog.Renown;
import dev.spoolmark.metadata.imdb.ImdbReader;
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

/// Hands what IMDb's data sets hold to the catalogue, and counts what became of it. One portion is written while the
/// next one is read.
final class BaseIntake implements ImdbReader, AutoCloseable {

    /// How many remarks are told; of a file of millions of rows there may be as many.
    private static final int TOLD = 20;

    private final BaseLoad load;
    private final Consumer<String> remarks;
    private final Turns turns;
    private final BaseFolder.Parts parts;
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final LoadCount count = new LoadCount();
    private final Map<String, Long> remarked = new TreeMap<>();
    private CompletableFuture<List<Loaded>> underWay = CompletableFuture.completedFuture(List.of());
    private List<CatalogItem> handed = List.of();
    private List<CatalogItem> items = new ArrayList<>();
    private final List<Renown> renowns = new ArrayList<>();
    private int rows;
    private int enough;

    BaseIntake(BaseLoad load, Turns turns, Consumer<String> remarks, BaseFolder.Parts parts) {
        this.load = load;
        this.turns = turns;
        this.remarks = remarks;
        this.parts = parts;
        this.enough = turns.rows();
    }

    @Override
    public void begins(String part, long steps) {
        parts.begins(part, steps);
    }

    @Override
    public void progress(long steps) {
        parts.reached(steps);
    }

    @Override
    public void item(CatalogItem item) {
        items.add(item);
        rows += item.weight();
        if (rows >= enough) {
            handOver();
        }
    }

    @Override
    public void renown(Kind kind, String tconst, int votes) {
        renowns.add(new Renown(kind, tconst, votes));
        if (renowns.size() >= enough) {
            tellRenown();
        }
    }

    private void tellRenown() {
        load.renown(renowns);
        renowns.clear();
        turns.giveWay();
    }

    @Override
    public void refused(String file, long line, String reason) {
        count.add(Result.REFUSED);
        remark(file, "line " + line + ": " + reason);
    }

    @Override
    public void odd(String file, long line, String reason) {
        remark(file, "line " + line + ": " + reason);
    }

    @Override
    public Optional<Kind> kindOf(String tconst) {
        if (load.has(Kind.MOVIE, tconst)) {
            return Optional.of(Kind.MOVIE);
        }
        return load.has(Kind.SHOW, tconst) ? Optional.of(Kind.SHOW) : Optional.empty();
    }

    @Override
    public void settle() {
        tellRenown();
        handOver();
        finish();
    }

    LoadCount count() {
        return count;
    }

    /// Tells how many remarks were not told one by one.
    void tellTheRest() {
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

    private void handOver() {
        finish();
        List<CatalogItem> portion = items;
        handed = portion;
        items = new ArrayList<>();
        rows = 0;
        enough = turns.rows();
        underWay = CompletableFuture.supplyAsync(() -> applied(portion), writing);
    }

    private List<Loaded> applied(List<CatalogItem> portion) {
        List<Loaded> outcome = load.apply(portion);
        turns.giveWay();
        return outcome;
    }

    /// Waits for the portion before, and passes on why it could not be written.
    private void finish() {
        List<Loaded> outcome;
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

    /// What only hangs on a title was counted with that already.
    private void note(CatalogItem item, Loaded outcome) {
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
