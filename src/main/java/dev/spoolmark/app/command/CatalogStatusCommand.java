package dev.spoolmark.app.command;

import dev.spoolmark.app.Asking;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.catalog.SourceQueue;
import dev.spoolmark.catalog.SourceQueue.Condition;
import dev.spoolmark.catalog.SourceQueue.Trouble;
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

    private final Surroundings around;

    @Mixin
    private Place place;

    CatalogStatusCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around);
                Asking asking = work.features(around.clock()).asking()) {
            SourceQueue queue = asking.jobs().state();
            place.print(asking.said());
            work.bases(around.clock()).forEach(place::print);
            queue.sources().forEach(this::tell);
            place.print(queue.unanswered() + " not answered yet, " + queue.known() + " known, " + queue.unknown()
                    + " known to no source; " + queue.due() + " due now"
                    + queue.oldest()
                            .map(since -> ", the oldest since " + told(since))
                            .orElse(""));
            queue.troubles().forEach(trouble -> tell("", trouble));
            queue.open().forEach(trouble -> tell("left open: ", trouble));
            return 0;
        }
    }

    private void tell(Condition source) {
        Instant until = source.openUntil();
        if (until != null && around.clock().instant().isBefore(until)) {
            place.print(source.name() + " is left alone until " + told(until));
        }
        Instant at = source.errorAt();
        if (at != null) {
            place.print(source.name() + " last failed at " + told(at) + ": it " + source.error());
        }
    }

    private void tell(String before, Trouble trouble) {
        String next = "; asked again after " + told(trouble.again());
        trouble.lines().lines().forEach(line -> place.print(before + trouble.title() + ": " + line + next));
    }

    private static String told(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
