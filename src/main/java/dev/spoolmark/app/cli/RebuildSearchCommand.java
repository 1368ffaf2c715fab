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

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    RebuildSearchCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            return rebuild(environment, options, context);
        }
    }

    static int rebuild(CommandEnvironment environment, DataOptions options, ServerContext context) {
        try (Search search = context.features(environment.clock()).search()) {
            options.print(search.rebuild() + " entries");
            return 0;
        } catch (IndexLockedException e) {
            throw UserErrorException.of("the search index is in use: stop the server first");
        }
    }
}
