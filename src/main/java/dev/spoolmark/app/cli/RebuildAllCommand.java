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

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    RebuildAllCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            RebuildPlaysCommand.rebuild(environment, options, context);
            RebuildRecommendationsCommand.rebuild(environment, options, context);
            options.print(RebuildTrendingCommand.NOTHING);
            return RebuildSearchCommand.rebuild(environment, options, context);
        }
    }
}
