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

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    RebuildPlaysCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            return rebuild(around, options, work);
        }
    }

    static int rebuild(CommandEnvironment around, DataOptions options, ServerContext work) {
        WatchedRebuild recount = new WatchedRebuild(work.database());
        try (TerminalProgress progress = TerminalProgress.of(around, "Plays", " sums", recount.size())) {
            WatchedRebuild.Counted counted = recount.all(progress::reached);
            options.print(counted.sums() + " totals checked, " + counted.mended() + " corrected");
            return 0;
        }
    }
}
