package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.catalog.source.SourceQueueStatus;
import dev.spoolmark.catalog.source.SourceQueueStatus.Condition;
import dev.spoolmark.catalog.source.SourceQueueStatus.Trouble;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says how the catalogue fills: which sources are on and how they are, what waits, what went wrong.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says which sources are on and how they are, what waits to be asked, and what went wrong.")
final class CatalogStatusCommand implements Callable<Integer> {

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    CatalogStatusCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around);
                MetadataSources sources = work.features(around.clock()).asking()) {
            SourceQueueStatus queue = sources.jobs().state();
            options.print(sources.startupMessage());
            work.bases(around.clock()).forEach(options::print);
            queue.sources().forEach(this::print);
            options.print(queue.unanswered() + " not answered yet, " + queue.known() + " known, " + queue.unknown()
                    + " known to no source; " + queue.due() + " due now"
                    + queue.oldest()
                            .map(since -> ", the oldest since " + format(since))
                            .orElse(""));
            queue.troubles().forEach(trouble -> print("", trouble));
            queue.open().forEach(trouble -> print("left open: ", trouble));
            return 0;
        }
    }

    private void print(Condition source) {
        Instant until = source.openUntil();
        if (until != null && around.clock().instant().isBefore(until)) {
            options.print(source.name() + " is left alone until " + format(until));
        }
        Instant at = source.errorAt();
        if (at != null) {
            options.print(source.name() + " last failed at " + format(at) + ": it " + source.error());
        }
    }

    private void print(String before, Trouble trouble) {
        String next = "; asked again after " + format(trouble.again());
        trouble.lines().lines().forEach(line -> options.print(before + trouble.title() + ": " + line + next));
    }

    private static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
