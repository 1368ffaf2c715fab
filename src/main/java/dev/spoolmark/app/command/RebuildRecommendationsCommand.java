package dev.spoolmark.app.command;

import dev.spoolmark.app.Workplace;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Learns the recommendation models anew.
@Command(
        name = "recommendations",
        mixinStandardHelpOptions = true,
        description = "Learns anew what recommendations are made from. The server may be running.")
final class RebuildRecommendationsCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    RebuildRecommendationsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            return rebuild(around, place, work);
        }
    }

    static int rebuild(Surroundings around, Place place, Workplace work) {
        place.print(work.features(around.clock()).recommendations().rebuild().entrySet().stream()
                .map(model -> model.getKey().word() + ": " + titles(model.getValue()))
                .collect(Collectors.joining(", ")));
        return 0;
    }

    private static String titles(int titles) {
        return titles == 0 ? "too few people for a model" : titles + " titles";
    }
}
