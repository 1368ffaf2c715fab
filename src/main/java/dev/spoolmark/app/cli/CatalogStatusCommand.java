package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.catalog.source.SourceQueueStatus;
import dev.spoolmark.catalog.source.SourceQueueStatus.Condition;
import dev.spoolmark.catalog.source.SourceQueueStatus.LookupMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints the state of metadata lookups: sources, queue and failures.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Prints the metadata sources and their state, the queue of lookups, and failures.")
final class CatalogStatusCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    CatalogStatusCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment);
                MetadataSources sources = context.features(environment.clock()).metadataSources()) {
            SourceQueueStatus queue = sources.jobs().state();
            options.print(sources.startupMessage());
            context.datasetStatus(environment.clock()).forEach(options::print);
            queue.sources().forEach(this::print);
            options.print(queue.pending() + " pending, " + queue.found() + " found, " + queue.notFound()
                    + " not found at any source; " + queue.due() + " due now"
                    + queue.oldest()
                            .map(since -> ", the oldest since " + format(since))
                            .orElse(""));
            queue.errors().forEach(message -> print("", message));
            queue.unstored().forEach(message -> print("unused: ", message));
            return 0;
        }
    }

    private void print(Condition source) {
        Instant until = source.openUntil();
        if (until != null && environment.clock().instant().isBefore(until)) {
            options.print(source.name() + " is paused until " + format(until));
        }
        Instant at = source.errorAt();
        if (at != null) {
            options.print(source.name() + " last failed at " + format(at) + ": it " + source.error());
        }
    }

    private void print(String before, LookupMessage message) {
        String next = "; next lookup after " + format(message.nextLookup());
        message.text().lines().forEach(line -> options.print(before + message.title() + ": " + line + next));
    }

    private static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
