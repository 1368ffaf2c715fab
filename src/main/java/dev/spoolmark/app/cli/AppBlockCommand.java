package dev.spoolmark.app.cli;

import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Blocks or unblocks an OAuth application.
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = "Rejects all requests of an application. A running server applies it within 5 s.")
final class AppBlockCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "CLIENT_ID", description = "The client id.")
    private String clientId;

    @Option(names = "--undo", description = "Unblocks the application; its tokens are valid again.")
    private boolean undo;

    AppBlockCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            features.applications()
                    .block(AppCommand.application(features.oauth(), clientId).clientId(), !undo);
            options.print(undo ? "unblocked" : "blocked");
            return 0;
        }
    }
}
