package dev.spoolmark.app.command;

import dev.spoolmark.app.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Makes everything anew. What recommendations learn from is counted first; the search index comes last, since it is
/// the one thing that a running server does not give away.
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description = "All of these, one after the other. For the search index the server must not be running.")
final class RebuildAllCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    RebuildAllCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            RebuildPlaysCommand.rebuild(around, place, work);
            RebuildRecommendationsCommand.rebuild(around, place, work);
            place.print(RebuildTrendingCommand.NOTHING);
            return RebuildSearchCommand.rebuild(around, place, work);
        }
    }
}
