package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Rebuilds all derived data. Plays come first, since recommendations depend on them; the search index comes
/// last, since it requires that the server is stopped.
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description = "Runs all of these in turn. The server must be stopped, because of the search index.")
final class RebuildAllCommand implements Callable<Integer> {

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    RebuildAllCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            RebuildPlaysCommand.rebuild(around, options, work);
            RebuildRecommendationsCommand.rebuild(around, options, work);
            options.print(RebuildTrendingCommand.NOTHING);
            return RebuildSearchCommand.rebuild(around, options, work);
        }
    }
}
