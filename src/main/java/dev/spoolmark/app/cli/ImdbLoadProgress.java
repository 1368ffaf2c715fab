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
final class ImdbLoadProgress implements ImdbDataset.Progress, AutoCloseable {

    private final CommandEnvironment environment;
    private final ServerContext context;
    private final Consumer<String> print;
    private @Nullable TerminalProgress progress;

    ImdbLoadProgress(CommandEnvironment environment, ServerContext context, Consumer<String> print) {
        this.environment = environment;
        this.context = context;
        this.print = print;
    }

    ImportSummary load(Path folder) {
        DatasetImport load =
                new DatasetImport(context.database(), environment.clock(), context.catalog(environment.clock()));
        return new ImdbDataset(folder, context.data().path())
                .importInto(load, BulkWritePacing.whileServerRuns(context.data()), print, this);
    }

    @Override
    public void begin(String part, long steps) {
        close();
        progress = TerminalProgress.of(environment, part, "", steps);
    }

    @Override
    public void advance(long steps) {
        if (progress != null) {
            progress.advance(steps);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
