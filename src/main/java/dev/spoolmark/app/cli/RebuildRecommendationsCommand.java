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

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    RebuildRecommendationsCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            return rebuild(around, options, work);
        }
    }

    static int rebuild(CommandEnvironment around, DataOptions options, ServerContext work) {
        options.print(work.features(around.clock()).recommendations().rebuild().entrySet().stream()
                .map(model -> model.getKey().key() + ": " + titles(model.getValue()))
                .collect(Collectors.joining(", ")));
        return 0;
    }

    private static String titles(int titles) {
        return titles == 0 ? "too few users for a model" : titles + " titles";
    }
}
