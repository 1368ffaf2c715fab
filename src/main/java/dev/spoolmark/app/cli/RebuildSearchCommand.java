package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.search.IndexLockedException;
import dev.spoolmark.search.Search;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Rebuilds the search index.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Rebuilds the search index. The server must not be running on the same data directory.")
final class RebuildSearchCommand implements Callable<Integer> {

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    RebuildSearchCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            return rebuild(around, options, work);
        }
    }

    static int rebuild(CommandEnvironment around, DataOptions options, ServerContext work) {
        try (Search search = work.features(around.clock()).search()) {
            options.print(search.rebuild() + " entries");
            return 0;
        } catch (IndexLockedException e) {
            throw UserErrorException.of("the search index is in use: stop the server first");
        }
    }
}
