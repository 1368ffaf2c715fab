package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.jobs.BulkWritePacing;
import dev.spoolmark.app.jobs.ImdbDataset;
import dev.spoolmark.app.jobs.ImportSummary;
import dev.spoolmark.catalog.ingest.DatasetImport;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Imports a directory of IMDb data sets with a progress bar.
final class ImdbLoadProgress implements ImdbDataset.Parts, AutoCloseable {

    private final CommandEnvironment around;
    private final ServerContext work;
    private final Consumer<String> print;
    private @Nullable TerminalProgress progress;

    ImdbLoadProgress(CommandEnvironment around, ServerContext work, Consumer<String> print) {
        this.around = around;
        this.work = work;
        this.print = print;
    }

    ImportSummary load(Path folder) {
        DatasetImport load = new DatasetImport(work.database(), around.clock(), work.catalog(around.clock()));
        return new ImdbDataset(folder, work.data().folder())
                .load(load, BulkWritePacing.besideServer(work.data()), print, this);
    }

    @Override
    public void begins(String part, long steps) {
        close();
        progress = TerminalProgress.of(around, part, "", steps);
    }

    @Override
    public void reached(long steps) {
        if (progress != null) {
            progress.reached(steps);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
