package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceQueueStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs due metadata lookups, without waiting for the server.
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = "Looks up due items at the metadata sources. Lookups that fail stay due.")
final class CatalogRefreshCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(
            names = "--all",
            description = "Everything in the catalogue, due or not, and whether anybody named it or not.")
    private boolean all;

    CatalogRefreshCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment);
                MetadataSources sources = context.features(environment.clock()).metadataSources()) {
            if (sources.sources().all().isEmpty()) {
                throw UserErrorException.of(
                        "no metadata source is enabled: see the settings that start with `sources.`");
            }
            if (all) {
                sources.jobs().enqueueAll();
            }
            long lookups = lookUpDue(sources);
            sources.sources().all().forEach(this::reportIfPaused);
            SourceQueueStatus left = sources.jobs().state();
            options.print(lookups + " asked, " + left.due() + " still due");
            return 0;
        }
    }

    private long lookUpDue(MetadataSources sources) {
        long lookups = 0;
        try (TerminalProgress progress = TerminalProgress.of(
                environment, "asking", " titles", sources.jobs().state().due())) {
            for (int count = sources.worker().runDue();
                    count > 0;
                    count = sources.worker().runDue()) {
                lookups += count;
                progress.advance(lookups);
            }
        }
        return lookups;
    }

    private void reportIfPaused(Source source) {
        source.openUntil()
                .ifPresent(until ->
                        options.report(source.name() + " is paused until " + until + ": see `catalog status`"));
    }
}
