package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Blocks or unblocks an API key.
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = "Rejects all requests with a key. A running server applies it within 5 s.")
final class KeyBlockCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "KEY", description = "The API key.")
    private String key;

    @Option(names = "--undo", description = "Unblocks the key.")
    private boolean undo;

    KeyBlockCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            context.features(environment.clock()).applications().block(key, !undo);
            options.print(undo ? "unblocked" : "blocked");
            return 0;
        }
    }
}
