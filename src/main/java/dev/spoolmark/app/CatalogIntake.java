package dev.spoolmark.app;

import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.CatalogLoad;
import dev.spoolmark.catalog.Loaded;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.metadata.CatalogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Hands what a catalogue file holds to the catalogue, many items at a time, and counts what became of them.
public final class CatalogIntake implements CatalogReader {

    /// How much is handed over at once, counted in rows.
    private static final int ROWS = 2_000;

    private final CatalogLoad load;
    private final Consumer<String> remarks;
    private final LongConsumer progress;
    private final List<CatalogItem> items = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final LoadCount count = new LoadCount();
    private int rows;

    /// `remarks` hears of each item that was refused or not taken whole; `progress` how many bytes were read.
    public CatalogIntake(CatalogLoad load, Consumer<String> remarks, LongConsumer progress) {
        this.load = load;
        this.remarks = remarks;
        this.progress = progress;
    }

    @Override
    public void item(long line, CatalogItem item) {
        items.add(item);
        lines.add(line);
        rows += item.weight();
        if (rows >= ROWS) {
            finish();
        }
    }

    @Override
    public void refused(long line, String reason) {
        note(line, new Loaded(Result.REFUSED, List.of(reason)));
    }

    @Override
    public void remark(long line, String remark) {
        remarks.accept("line " + line + ": " + remark);
    }

    @Override
    public void progress(long read, long total) {
        progress.accept(read);
    }

    /// Hands over what is still waiting.
    public void finish() {
        List<Loaded> outcome = load.apply(items);
        for (int i = 0; i < outcome.size(); i++) {
            note(lines.get(i), outcome.get(i));
        }
        items.clear();
        lines.clear();
        rows = 0;
    }

    public LoadCount count() {
        return count;
    }

    private void note(long line, Loaded outcome) {
        count.add(outcome.result());
        outcome.remarks().forEach(remark -> remarks.accept("line " + line + ": " + remark));
    }
}
