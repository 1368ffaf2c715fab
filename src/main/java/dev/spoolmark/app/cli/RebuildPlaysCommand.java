package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.history.WatchedRebuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Recounts the plays of all users.
@Command(
        name = "plays",
        mixinStandardHelpOptions = true,
        description = "Counts all plays again and puts right what they come to. The server may be running.")
final class RebuildPlaysCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    RebuildPlaysCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            return rebuild(environment, options, context);
        }
    }

    static int rebuild(CommandEnvironment environment, DataOptions options, ServerContext context) {
        WatchedRebuild recount = new WatchedRebuild(context.database());
        try (TerminalProgress progress = TerminalProgress.of(environment, "Plays", " sums", recount.size())) {
            WatchedRebuild.Counted result = recount.all(progress::advance);
            options.print(result.sums() + " totals checked, " + result.corrected() + " corrected");
            return 0;
        }
    }
}
