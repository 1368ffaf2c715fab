package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Trains the recommendation models.
@Command(
        name = "recommendations",
        mixinStandardHelpOptions = true,
        description = "Trains the models for recommendations. The server may be running.")
final class RebuildRecommendationsCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    RebuildRecommendationsCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            return rebuild(environment, options, context);
        }
    }

    static int rebuild(CommandEnvironment environment, DataOptions options, ServerContext context) {
        options.print(context.features(environment.clock()).recommendations().rebuild().entrySet().stream()
                .map(model -> model.getKey().key() + ": " + titles(model.getValue()))
                .collect(Collectors.joining(", ")));
        return 0;
    }

    private static String titles(int titles) {
        return titles == 0 ? "too few users for a model" : titles + " titles";
    }
}
